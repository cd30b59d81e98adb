using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>Documents of the registers: court decisions [docs], acts and financial statements [seen].</summary>
internal static class CompanyDocuments
{
    /// <summary>No more decisions come. [docs]</summary>
    private const int MostDecisions = 20;

    public static Rows CourtDecisions(DataSource source) => Make(source, "court decision", 0, 2, (json, random, file) =>
    {
        json.WriteString("title", "Décision fictive");
        json.WriteDate("date", random.Date(2018, 2023));
        json.WriteString("tribunal", $"Tribunal de commerce de {random.Pick(Fiction.Cities)}");
        json.WriteString("file_id", file);
        json.WriteString("filing_number", $"2023/{random.Digits(5)}");
        json.WriteString("plaintiff", Fiction.CompanyName(random));
        json.WriteString("defendant", source.User.Name);
        json.WriteString("summary", "Un litige commercial fictif.");
        json.WriteList("keywords", ["contrat", "livraison"]);
        json.WriteList("entities", [source.User.Name]);
        json.WriteString("text", "Le tribunal, statuant sur un litige inventé, déboute les parties.");
    },
    source.Count(CompanyEvent.CourtDecisionAdded));

    public static Rows Acts(DataSource source) => Make(source, "act", 0, 3, (json, random, file) =>
    {
        json.WriteString("file_id", file);
        json.WriteList("titles", ["Procès-verbal d'assemblée", "Statuts mis à jour"]);
        json.WriteDate("date", random.Date(2015, 2023));
    });

    public static Rows FinancialStatements(DataSource source) => new(3, (json, index) =>
    {
        var year = 2021 + index;
        json.WriteStartObject();
        json.WriteNumber("closing_year", year);
        json.WriteString("closing_date", $"{year}-12-31");
        json.WriteString("submitted_date", $"{year + 1}-06-15");
        json.WriteNumber("duration", 12);
        json.WriteEndObject();
    });

    private static Rows Make(
        DataSource source, string topic, int fewest, int most, Action<Utf8JsonWriter, DeterministicRandom, Guid> write, int more = 0) =>
        new(Math.Min(source.Random(topic + "s").Next(fewest, most) + more, MostDecisions), (json, index) =>
        {
            json.WriteStartObject();
            write(json, source.Random(topic, index), source.FileId(topic, index));
            json.WriteEndObject();
        });
}
