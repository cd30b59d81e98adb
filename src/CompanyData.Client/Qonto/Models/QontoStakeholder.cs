using CompanyData.Json;

namespace CompanyData.Qonto;

/// <summary>A shareholder or legal representative. Source: the registration of the seed.</summary>
public sealed class QontoStakeholder : ApiObject
{
    public string? Id { get; set; }

    public bool IsOwner { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public QontoAmount? CapitalAmount { get; set; }

    public string? ShareholdingType { get; set; }

    public string? PhoneNumber { get; set; }

    public string? Gender { get; set; }

    public string? Nationality { get; set; }

    public string? BirthDate { get; set; }

    public QontoAddress? BirthAddress { get; set; }

    public QontoAddress? ResidenceAddress { get; set; }

    public ValueList<QontoLegalEntity>? LegalEntities { get; set; }

    public override string ToString() => $"{FirstName} {LastName}".Trim() + (IsOwner ? " (owner)" : string.Empty);

    /// <summary>Converts the stakeholder to the JSON of a request.</summary>
    public System.Text.Json.Nodes.JsonNode ToJson()
        => System.Text.Json.JsonSerializer.SerializeToNode(this, QontoJsonContext.Default.QontoStakeholder)!;

    /// <summary>A stakeholder with the fields that it would be sent with.</summary>
    /// <exception cref="System.Text.Json.JsonException">A field has another form.</exception>
    public static QontoStakeholder FromJson(System.Text.Json.Nodes.JsonObject json)
        => System.Text.Json.JsonSerializer.Deserialize(json, QontoJsonContext.Default.QontoStakeholder)!;
}
