using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard;

/// <summary>A company or a person, with its connections and its synchronisations.</summary>
internal sealed class QardUser
{
    /// <summary>Held while connections and synchronisations are read or changed.</summary>
    public object Gate { get; } = new();

    public required Guid Id { get; init; }

    public required string Type { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Name { get; set; }

    public string? Siren { get; init; }

    public string? PostalCode { get; init; }

    public string? Country { get; init; }

    public string? ApeCode { get; init; }

    public required string Group { get; set; }

    public IReadOnlyList<string> Notifications { get; set; } = [];

    public List<QardConnection> Connections { get; } = [];

    public List<QardSyncItem> Syncs { get; } = [];

    public List<QardTaxInput> TaxInputs { get; } = [];

    /// <summary>Numbers connections and synchronisations, so that their ids depend on this user alone.</summary>
    public long NextNumber { get; set; }

    public MagicSiren Part => MagicSirens.Find(Siren);

    public void Write(Utf8JsonWriter json, string origin)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("type", Type);
        json.WriteString("name", Name);
        json.WriteString("siren", Siren);
        json.WriteString("postal_code", PostalCode);
        json.WriteString("country", Country);
        json.WriteString("ape_code", ApeCode);
        json.WriteString("group", Group);
        json.WriteList("notifications", Notifications);
        json.WriteString("redirect_url", $"{origin}/{QardConsentPages.Path}/users/{Id}");
        json.WriteTime("created_at", CreatedAt);
        Part.WriteUnknownFields(json);
        json.WriteEndObject();
    }
}
