using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>A bank or provider that users can connect. Source: GET /connectors [seed], fields [docs].</summary>
public sealed class PowensConnector : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? ConnectorId => Id;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? ConnectorUuid => Uuid;

    public string? Id { get; set; }

    public string? Uuid { get; set; }

    public string? Name { get; set; }

    public string? Slug { get; set; }

    public string? Code { get; set; }

    public string? AuthMechanism { get; set; }

    public ValueList<string> Capabilities { get; set => field = value ?? []; } = [];

    public ValueList<FlexibleValue> Products { get; set => field = value ?? []; } = [];

    public ValueList<FlexibleValue> AccountUsages { get; set => field = value ?? []; } = [];

    public bool? Hidden { get; set; }

    public bool? Charged { get; set; }

    public bool? Beta { get; set; }

    public string? Color { get; set; }

    public decimal? MonthsToFetch { get; set; }

    public string? Siret { get; set; }

    public ValueList<PowensConnectorField> Fields { get; set => field = value ?? []; } = [];

    public override string ToString() => Name ?? Uuid ?? string.Empty;
}
