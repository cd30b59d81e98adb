using System.Text.Json.Serialization;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>A user's connection to a provider. Source: seed, step 4; qard.md, data connections [docs].</summary>
public sealed class QardDataConnection : QardUserData, IIdentified
{
    public string? Id { get; set; }

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? ConnectionId => Id;

    public string? ProviderName { get; set; }

    public string? Status { get; set; }

    public string? RedirectUrl { get; set; }

    public ValueList<string> RequestedDataTypes { get; set => field = value ?? []; } = [];

    /// <summary>The requested data types under the name that other objects use for them.</summary>
    [JsonIgnore]
    public ValueList<string> DataTypes => RequestedDataTypes;

    public override string ToString() => $"{ProviderName} {Status}";
}
