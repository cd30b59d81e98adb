using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Collection;

/// <summary>
/// Writes a dossier as JSON; <see cref="DossierJsonReader"/> restores it without loss. Fields have a fixed order and one line each, so that
/// two files can be compared with a text diff.
/// </summary>
internal static class DossierJsonWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        // Safe because the JSON is written to a file and not embedded in HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(CompanyDossier dossier, Stream stream)
    {
        using Utf8JsonWriter json = new(stream, Options);
        json.WriteStartObject();
        json.WriteString("format", DossierJson.Format);
        json.WriteNumber("version", DossierJson.CurrentVersion);
        json.WriteString("siren", dossier.Siren);
        json.WriteString("name", dossier.Name);
        json.WriteString("status", dossier.Status);
        json.WriteString("collected_at", dossier.CollectedAt.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("elapsed", dossier.Elapsed.ToString("c", CultureInfo.InvariantCulture));
        json.WriteString("service", dossier.Service);
        if (dossier.IsSandbox)
        {
            json.WriteString("environment", "SANDBOX");
        }

        json.WriteString("user_id", dossier.UserId);
        json.WriteString("provider_name", dossier.ProviderName);
        WriteTexts(json, "data_types", dossier.DataTypes);
        WriteTexts(json, "collected_types", dossier.CollectedTypes);
        json.WritePropertyName("profile");
        WriteItem(json, dossier.Profile, QardJsonContext.Default.QardCompanyProfile);
        WriteItems(json, "officers", dossier.Officers);
        WriteItems(json, "beneficial_owners", dossier.BeneficialOwners);
        json.WriteStartObject("data");
        foreach (KeyValuePair<string, ValueList<QardUserData>> data in dossier.Data)
        {
            WriteItems(json, data.Key, data.Value);
        }

        json.WriteEndObject();
        WriteItems(json, "syncs", dossier.Syncs);
        WriteFailures(json, dossier.Failures);
        WriteTexts(json, "remarks", dossier.Remarks);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Each item by its own model: that of its data type, or a record where it was made by hand.</summary>
    private static void WriteItems(Utf8JsonWriter json, string name, IEnumerable<QardUserData> items)
    {
        json.WriteStartArray(name);
        foreach (QardUserData item in items)
        {
            WriteItem(json, item, QardJsonContext.Default.GetTypeInfo(item.GetType())!);
        }

        json.WriteEndArray();
    }

    private static void WriteItem(Utf8JsonWriter json, QardUserData? item, JsonTypeInfo type) => JsonSerializer.Serialize(json, item, type);

    private static void WriteFailures(Utf8JsonWriter json, IEnumerable<DossierFailure> failures)
    {
        json.WriteStartArray("failures");
        foreach (DossierFailure failure in failures)
        {
            json.WriteStartObject();
            json.WriteString("step", failure.Step);
            json.WriteString("reason", failure.Reason);
            json.WriteString("remedy", failure.Remedy);
            json.WriteString("code", failure.Code);
            json.WriteString("request_id", failure.RequestId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
