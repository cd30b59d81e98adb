using System.Text.Json.Serialization;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>A user's connection to a bank or provider. Source: powens.md, connection [docs].</summary>
public sealed class PowensConnection : ApiObject, IIdentified
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? ConnectionId => Id;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? UserId => IdUser;

    public string? Id { get; set; }

    public string? State { get; set; }

    public string? Error { get; set; }

    public string? ErrorMessage { get; set; }

    public bool? Active { get; set; }

    public DateTime? LastUpdate { get; set; }

    public DateTime? Created { get; set; }

    public DateTime? LastPush { get; set; }

    public DateTime? Expire { get; set; }

    public DateTime? NextTry { get; set; }

    public string? IdConnector { get; set; }

    public string? ConnectorUuid { get; set; }

    public string? IdUser { get; set; }

    public ValueList<PowensConnectorField> Fields { get; set => field = value ?? []; } = [];

    public PowensConnector? Connector { get; set; }

    public ValueList<PowensConnectionSource> Sources { get; set => field = value ?? []; } = [];

    public ValueList<PowensAccount> Accounts { get; set => field = value ?? []; } = [];

    /// <summary>The state or the error, or <c>ok</c>: the service leaves both empty if there is nothing to do.</summary>
    [JsonIgnore]
    public string Status => State is { Length: > 0 } ? State : Error is { Length: > 0 } ? Error : "ok";

    /// <summary>End of the first consent to expire; requires <c>expand=sources</c>; null if no consent expires.</summary>
    [JsonIgnore]
    public DateTime? AccessExpire => Sources.Where(source => source.Disabled is null).Min(source => source.AccessExpire);

    /// <summary>Whether the connection works: its state reports no problem.</summary>
    [JsonIgnore]
    public bool IsUsable => PowensState.From(this).IsUsable;

    /// <summary>The problem in words; null if there is none.</summary>
    [JsonIgnore]
    public string? Problem => PowensState.From(this).Problem;

    /// <summary>Who has to do what; null if there is no problem.</summary>
    [JsonIgnore]
    public string? Remedy => PowensState.From(this).Remedy;

    public override string ToString() => $"{Id} {Status}";
}
