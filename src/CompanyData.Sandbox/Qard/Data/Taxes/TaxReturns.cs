using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>Three years of tax returns and of corporate tax. [docs] for the fields, [inferred] for the codes of the boxes.</summary>
internal static class TaxReturns
{
    private const int FirstYear = 2021;
    private const int Years = 3;
    private const int SubmittedMonth = 5;

    /// <summary>Boxes of the form 2052: turnover and profit, each with its columns.</summary>
    private static readonly string[] Codes = ["FL", "FR", "GW", "HN"];

    public static Rows Rows(DataSource source) => new(Years, (json, index) =>
    {
        json.WriteStartObject();
        json.WriteString("id", source.Id("tax return", index));
        WriteYear(json, FirstYear + index);
        WriteContent(json, source.Random("tax return", index), source.Setting(ProviderRow.OcrType)?.Substring(0, 1), source.FileId("tax return", index));
    });

    /// <summary>Those that were handed in and have been read: they appear among the others. That they do is [inferred].</summary>
    public static Rows HandedIn(int seed, IReadOnlyList<QardTaxInput> inputs) => Http.Rows.From(inputs, (json, input) =>
    {
        var topic = $"tax return {input.TaxReturnId}";
        json.WriteStartObject();
        json.WriteString("id", input.TaxReturnId);
        json.WriteNumber("closing_year", input.ClosingDate.Year);
        json.WriteDate("closing_date", input.ClosingDate);
        json.WriteString("submitted_date", input.Data.Text("submitted_date"));
        json.WriteNumber("duration", input.Duration);
        WriteContent(json, new DeterministicRandom(Hash.Compute(seed, topic)), input.Data.Text("type"), FileIds.Create(seed, topic, 0));
    });

    /// <param name="json">Within the object, which it ends.</param>
    /// <param name="random">Where the figures come from.</param>
    /// <param name="type">C for a complete one, S for a simplified one; null for either.</param>
    /// <param name="file">The document.</param>
    private static void WriteContent(Utf8JsonWriter json, DeterministicRandom random, string? type, Guid file)
    {
        var revenue = random.Next(50, 5_000) * 1000m;
        var usual = random.Next(4) == 0 ? "S" : "C";
        json.WriteString("type", type ?? usual);
        json.WriteMoney("revenue", revenue);
        json.WriteMoney("net_profit", random.Next(-100, 300) * 1000m);
        json.WriteString("file_id", file);
        json.WriteStartArray("tax_return_values");
        foreach (var code in Codes)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteStartArray("values");
            json.WriteNumberValue(random.Next(1, 900) * 1000);
            json.WriteNumberValue(random.Next(1, 900) * 1000);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static Rows CorporateTaxes(DataSource source) => new(Years, (json, index) =>
    {
        var random = source.Random("corporate tax", index);
        json.WriteStartObject();
        json.WriteString("id", source.Id("corporate tax", index));
        WriteYear(json, FirstYear + index);
        json.WriteMoney("net_result", random.Next(-90, 900) * 1000m);
        json.WriteStartArray("corporate_taxes_values");
        WriteValue(json, "I01", random);
        WriteValue(json, "I05", random);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static Rows ClearanceCertificates(DataSource source) => new(1, (json, index) =>
    {
        var random = source.Random("tax clearance", index);
        json.WriteStartObject();
        json.WriteString("id", source.Id("tax clearance", index));
        json.WriteString("number", random.Digits(7));
        json.WriteDate("date", random.Date(2024, 2024));
        json.WriteString("file_id", source.FileId("tax clearance", index));
        source.WriteOrigin(json);
        json.WriteEndObject();
    });

    private static void WriteYear(Utf8JsonWriter json, int year)
    {
        json.WriteNumber("closing_year", year);
        json.WriteString("closing_date", $"{year}-12-31");
        json.WriteDate("submitted_date", new DateTime(year + 1, SubmittedMonth, 3, 0, 0, 0, DateTimeKind.Unspecified));
        json.WriteNumber("duration", 12);
    }

    private static void WriteValue(Utf8JsonWriter json, string code, DeterministicRandom random)
    {
        json.WriteStartObject();
        json.WriteString("code", code);
        json.WriteNumber("value", random.Next(1, 900) * 1000);
        json.WriteEndObject();
    }
}
