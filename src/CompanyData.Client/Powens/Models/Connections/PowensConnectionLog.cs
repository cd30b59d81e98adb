using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>How one synchronisation of a connection went. Source: powens.md, logs [docs].</summary>
public sealed class PowensConnectionLog : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? LogId => Id;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? ConnectionId => IdConnection;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? SourceId => IdSource;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? UserId => IdUser;

    public string? Id { get; set; }

    /// <summary>When it ended.</summary>
    public DateTime? Timestamp { get; set; }

    public DateTime? Start { get; set; }

    /// <summary>The code of what went wrong; null where nothing did.</summary>
    public string? Error { get; set; }

    public string? ErrorMessage { get; set; }

    public DateTime? NextTry { get; set; }

    public long? NbAccounts { get; set; }

    public string? IdConnection { get; set; }

    public string? IdSource { get; set; }

    public string? IdConnector { get; set; }

    public string? IdUser { get; set; }

    /// <summary>Whether the synchronisation failed.</summary>
    [JsonIgnore]
    public bool IsFailed => !string.IsNullOrEmpty(Error);

    /// <summary>The error's code, or <c>ok</c>.</summary>
    [JsonIgnore]
    public string Status => IsFailed ? Error! : "ok";

    /// <summary>What was the matter, in words; null where nothing was.</summary>
    [JsonIgnore]
    public string? Problem => PowensState.From(Error, ErrorMessage, IdConnection, []).Problem;

    /// <summary>Who has to do what; null where nothing was the matter.</summary>
    [JsonIgnore]
    public string? Remedy => PowensState.From(Error, ErrorMessage, IdConnection, []).Remedy;

    public override string ToString() => $"{Timestamp:yyyy-MM-dd HH:mm} {Status}";
}
