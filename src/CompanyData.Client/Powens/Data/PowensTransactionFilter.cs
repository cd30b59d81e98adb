using System.Globalization;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Which transactions are wanted; null leaves a bound open. Source: powens.md, transactions [docs].</summary>
public sealed class PowensTransactionFilter
{
    public string UserId { get; init; } = PowensUsers.Me;

    /// <summary>Only this account's; it goes before <see cref="ConnectionId"/>.</summary>
    public string? AccountId { get; init; }

    public string? ConnectionId { get; init; }

    public DateTime? MinDate { get; init; }

    public DateTime? MaxDate { get; init; }

    /// <summary>Only those that changed since; the service's times have no zone.</summary>
    public DateTime? UpdatedSince { get; init; }

    public string? Search { get; init; }

    public decimal? MinValue { get; init; }

    public decimal? MaxValue { get; init; }

    internal string Path => ApiPath.WithQuery(
        AccountId is not null ? ApiPath.Create($"users/{UserId}/accounts/{AccountId}/transactions")
            : ConnectionId is not null ? ApiPath.Create($"users/{UserId}/connections/{ConnectionId}/transactions")
            : ApiPath.Create($"users/{UserId}/transactions"),
        ("min_date", MinDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("max_date", MaxDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("last_update", UpdatedSince?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        ("search", Search),
        ("min_value", MinValue?.ToString(CultureInfo.InvariantCulture)),
        ("max_value", MaxValue?.ToString(CultureInfo.InvariantCulture)));
}
