using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>The two checks. [docs] for the fields, [inferred] for what stands in nodes and links.</summary>
internal static class CompanyChecks
{
    public static Rows Background(DataSource source) => new(1, (json, _) =>
    {
        var random = source.Random("background check");
        var acceptable = random.Next(4) != 0;
        json.WriteStartObject();
        json.WriteBoolean("acceptable", acceptable);
        json.WriteList("reasons", acceptable ? [] : ["Procédure collective fictive"]);
        json.WriteList("warnings", random.Next(3) == 0 ? ["Adresse partagée"] : []);
        json.WriteNumber("ratio", random.Next(0, 100) / 100m);
        WriteDetails(json, source.User.Name, random);
        json.WriteEndObject();
    });

    public static Rows Conformity(DataSource source) => new(1, (json, _) =>
    {
        var isClear = source.Random("conformity check").Next(4) != 0 && !source.Has(CompanyEvent.ConformityAttention);
        json.WriteStartObject();
        json.WriteString("outcome", isClear ? "CLEAR" : "ATTENTION");
        json.WriteList("issues", isClear ? [] : ["Document illisible"]);
        json.WriteList("tags", ["identity"]);
        json.WriteString("file_id", source.FileId("conformity check"));
        json.WriteEndObject();
    });

    private static void WriteDetails(Utf8JsonWriter json, string name, DeterministicRandom random)
    {
        string[] names = [name, Fiction.CompanyName(random)];
        json.WriteStartObject("details");
        json.WriteStartArray("nodes");
        for (var i = 0; i < names.Length; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", i);
            json.WriteString("name", names[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("links");
        json.WriteStartObject();
        json.WriteNumber("source", 0);
        json.WriteNumber("target", 1);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
