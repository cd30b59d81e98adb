using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>The background check. [docs] for the fields and codes, [inferred] for what stands in links and in <c>pcl</c>.</summary>
internal static class CompanyChecks
{
    private static readonly string[] Reasons = ["INACTIVE_COMPANY", "FINANCIAL_DIFFICULTIES", "RELATED_MANAGEMENT_DIFFICULTIES", "ADVERSE_MEDIA"];

    public static Rows Background(DataSource source) => new(1, (json, _) =>
    {
        var random = source.Random("background check");
        var isInProcedure = source.User.Part.IsInProcedure;
        var isExposed = source.ChecksNodes && source.User.Part.HasConformityHit;
        var isAcceptable = random.Next(4) != 0 && !isInProcedure && !isExposed;
        json.WriteStartObject();
        json.WriteString("acceptable", isAcceptable ? "OK" : "NOK");
        json.WriteList("reasons", isAcceptable ? [] : [isInProcedure ? "FINANCIAL_DIFFICULTIES" : isExposed ? "PEP" : random.Pick(Reasons)]);
        json.WriteList("warnings", random.Next(3) == 0 ? ["Adresse partagée"] : []);
        json.WriteNumber("ratio", random.Next(0, 100) / 100m);
        WriteDetails(json, source, random);
        json.WriteEndObject();
    });

    private static void WriteDetails(Utf8JsonWriter json, DataSource source, DeterministicRandom random)
    {
        json.WriteStartObject("details");
        json.WriteStartArray("nodes");
        json.WriteStartObject();
        json.WriteString("id", source.Id("node", 0));
        json.WriteString("type", "COMPANY");
        json.WriteString("name", source.User.Name);
        json.WriteString("siren", source.User.Siren);
        json.WriteString("pcl", source.User.Part.IsInProcedure ? "Redressement judiciaire" : null);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("id", source.Id("node", 1));
        json.WriteString("type", "COMPANY");
        json.WriteString("name", Fiction.CompanyName(random));
        json.WriteString("siren", Fiction.Siren(random));
        json.WriteNull("pcl");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("id", source.Id("node", 2));
        json.WriteString("type", "PERSON");
        json.WriteString("first_name", random.Pick(Fiction.FirstNames));
        json.WriteString("last_name", random.Pick(Fiction.LastNames));
        json.WriteDate("birth_date", random.Date(1950, 1999));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("links");
        WriteLink(json, source, 2, 0);
        WriteLink(json, source, 2, 1);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter json, DataSource source, int from, int to)
    {
        json.WriteStartObject();
        json.WriteString("source", source.Id("node", from));
        json.WriteString("target", source.Id("node", to));
        json.WriteEndObject();
    }
}
