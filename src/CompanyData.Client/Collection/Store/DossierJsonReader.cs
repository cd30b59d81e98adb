using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;
using CompanyData.Qard;
using CompanyData.Redaction;

namespace CompanyData.Collection;

/// <summary>Reads dossiers written by <see cref="DossierJsonWriter"/>.</summary>
/// <param name="path">The file, for error messages.</param>
internal sealed class DossierJsonReader(string path)
{
    /// <summary>Deeper than the default of 64, because here items are a few levels deeper than in the service's responses.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128 };

    /// <summary>Added by some editors.</summary>
    private static readonly byte[] ByteOrderMark = Encoding.UTF8.GetPreamble();

    /// <exception cref="DossierFileException">The file is damaged, is not a dossier, or was written by a later version.</exception>
    public CompanyDossier Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            new Utf8Validator().Add(json.Span);
            bool hasMark = json.Span.StartsWith(ByteOrderMark);
            using JsonDocument document = JsonDocument.Parse(hasMark ? json.Slice(ByteOrderMark.Length) : json, Options);
            JsonElement root = document.RootElement;
            CheckFormat(root);
            return Read(root);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException or FormatException or KeyNotFoundException or ArgumentException or NotSupportedException)
        {
            throw new DossierFileException(
                DossierFileErrorKind.Corrupt, path, $"The dossier '{path}' is damaged and was not read: {Describe(exception)}", "Restore the file from a copy, or collect the company again.", exception);
        }
    }

    private void CheckFormat(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out JsonElement format) || format.ValueKind != JsonValueKind.String || !format.ValueEquals(DossierJson.Format))
        {
            throw new DossierFileException(
                DossierFileErrorKind.NotADossier, path, $"'{path}' is not a dossier.", "Give the path of a file that Export-CompanyDossier -Format Json or Invoke-QardCollection -SavePath wrote.");
        }

        int version = root.GetProperty("version").GetInt32();
        if (version > DossierJson.CurrentVersion)
        {
            throw new DossierFileException(
                DossierFileErrorKind.NewerVersion, path, $"A later version of CompanyData wrote the dossier '{path}' (format {version}).", "Update the module.");
        }
    }

    private static CompanyDossier Read(JsonElement root)
    {
        CompanyDossier dossier = new()
        {
            Siren = Required(root, "siren"),
            Name = Text(root, "name"),
            CollectedAt = DateTime.Parse(Required(root, "collected_at"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            Elapsed = Text(root, "elapsed") is { } elapsed ? TimeSpan.ParseExact(elapsed, "c", CultureInfo.InvariantCulture) : TimeSpan.Zero,
            Service = Text(root, "service"),
            UserId = Text(root, "user_id"),
            ProviderName = Text(root, "provider_name"),
            DataTypes = [.. Texts(root, "data_types")],
        };
        foreach (string type in Texts(root, "collected_types"))
        {
            dossier.Add(type, [.. Items(root, type, dossier.UserId)]);
        }

        dossier.AddSyncs([.. Items(root.GetProperty("syncs"), QardJsonContext.Default.QardSyncItem, dossier.UserId).Cast<QardSyncItem>()]);
        dossier.Failures.AddRange(root.GetProperty("failures").EnumerateArray().Select(failure => Failure(failure, dossier)));
        dossier.Remarks.AddRange(Texts(root, "remarks"));
        return dossier;
    }

    private static IEnumerable<QardUserData> Items(JsonElement root, string type, string? userId) => type.ToUpperInvariant() switch
    {
        QardDataType.CompanyProfile => root.GetProperty("profile") is { ValueKind: JsonValueKind.Object } profile ? [Item(profile, QardJsonContext.Default.QardCompanyProfile, userId)] : [],
        QardDataType.CompanyOfficer => Items(root.GetProperty("officers"), QardJsonContext.Default.QardCompanyOfficer, userId),
        QardDataType.BeneficialOwner => Items(root.GetProperty("beneficial_owners"), QardJsonContext.Default.QardBeneficialOwner, userId),
        _ => Items(root.GetProperty("data").GetProperty(type), DossierJson.TypeOf(type), userId).Select(item => Typed(item, type)),
    };

    private static IEnumerable<QardUserData> Items(JsonElement list, JsonTypeInfo type, string? userId) => list.EnumerateArray().Select(item => Item(item, type, userId));

    private static QardUserData Item(JsonElement json, JsonTypeInfo type, string? userId)
    {
        QardUserData item = Deserialize(json, type) as QardUserData ?? throw new FormatException("An item is empty.");
        item.UserId = userId;
        return item;
    }

    /// <summary>A file of an earlier version may have a value of an unexpected form under a name that has a property by now.</summary>
    private static object? Deserialize(JsonElement json, JsonTypeInfo type)
    {
        try
        {
            return json.Deserialize(type);
        }
        catch (JsonException) when (JsonRepair.TryRepair(Encoding.UTF8.GetBytes(json.GetRawText()), type) is { } repaired)
        {
            return JsonSerializer.Deserialize(repaired, type);
        }
    }

    private static QardUserData Typed(QardUserData item, string type)
    {
        if (item is QardDataItem record)
        {
            record.DataType = type;
        }

        return item;
    }

    private static DossierFailure Failure(JsonElement failure, CompanyDossier dossier) => new(Required(failure, "step"), Required(failure, "reason"), Text(failure, "remedy"))
    {
        Code = Text(failure, "code"),
        RequestId = Text(failure, "request_id"),
        Siren = dossier.Siren,
        Name = dossier.CompanyName,
    };

    private static IEnumerable<string> Texts(JsonElement root, string name)
        => root.GetProperty(name).EnumerateArray().Select(text => Text(text) ?? throw new FormatException($"A text of '{name}' is empty."));

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) ? Text(value) : null;

    private static string Required(JsonElement root, string name) => Text(root, name) is { Length: > 0 } text ? text : throw new FormatException($"'{name}' is missing.");

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => LenientText.Read(value),
        _ => throw new FormatException("A value is not text."),
    };

    /// <summary>Describes only the position: the exception's message may quote the contents of the file.</summary>
    private static string Describe(Exception exception) => exception is JsonException { LineNumber: { } line } ? $"line {line + 1} is invalid." : "a field is missing or has the wrong type.";
}
