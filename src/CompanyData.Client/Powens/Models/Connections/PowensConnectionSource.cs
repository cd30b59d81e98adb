using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>One way by which a connection reads, with the consent that it rests on. Source: powens.md, sources [docs].</summary>
public sealed class PowensConnectionSource : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? SourceId => Id;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? ConnectionId => IdConnection;

    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>Null where nothing is the matter; the list is open.</summary>
    public string? State { get; set; }

    /// <summary>When the consent ends; null where it has no end or nobody has said.</summary>
    public DateTime? AccessExpire { get; set; }

    public DateTime? NextTry { get; set; }

    public DateTime? LastUpdate { get; set; }

    public DateTime? Disabled { get; set; }

    public DateTime? Created { get; set; }

    public DateTime? Expire { get; set; }

    public string? IdConnection { get; set; }

    public string? IdConnectorSource { get; set; }

    /// <summary>The state, or <c>ok</c>: the service leaves it empty if there is nothing to do.</summary>
    [JsonIgnore]
    public string Status => State is { Length: > 0 } ? State : "ok";

    /// <summary>The problem in words; null if there is none.</summary>
    [JsonIgnore]
    public string? Problem => PowensState.From(State, null, IdConnection, []).Problem;

    /// <summary>Who has to do what; null if there is no problem.</summary>
    [JsonIgnore]
    public string? Remedy => PowensState.From(State, null, IdConnection, []).Remedy;

    public override string ToString() => $"{Name} {Status}";
}
