using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Which logs are wanted; null leaves a bound open. Source: powens.md, logs [docs].</summary>
public sealed class PowensLogFilter
{
    /// <summary>Null for the whole domain.</summary>
    public string? UserId { get; init; }

    /// <summary>Only this connection's; it takes a user.</summary>
    public string? ConnectionId { get; init; }

    public DateTime? MinDate { get; init; }

    public DateTime? MaxDate { get; init; }

    public string? SourceId { get; init; }

    public string? State { get; init; }

    internal string Path => ApiPath.WithQuery(
        UserId is null ? "logs"
            : ConnectionId is null ? ApiPath.Create($"users/{UserId}/logs")
            : ApiPath.Create($"users/{UserId}/connections/{ConnectionId}/logs"),
        ("min_date", PowensRequest.Day(MinDate)),
        ("max_date", PowensRequest.Day(MaxDate)),
        ("id_source", SourceId),
        ("state", State));
}
