using System.Globalization;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Selects transactions; null properties do not filter. Source: powens.md, transactions [docs].</summary>
public sealed class PowensTransactionFilter
{
    public string UserId { get; init; } = PowensUsers.Me;

    /// <summary>Only transactions of this account; takes precedence over <see cref="ConnectionId"/>.</summary>
    public string? AccountId { get; init; }

    public string? ConnectionId { get; init; }

    public DateTime? MinDate { get; init; }

    public DateTime? MaxDate { get; init; }

    /// <summary>The date to which <see cref="MinDate"/> and <see cref="MaxDate"/> apply.</summary>
    public PowensDateField DateField { get; init; }

    /// <summary>
    /// Only transactions changed since then, including removed ones, which have <see cref="PowensTransaction.Deleted"/>. The service's times
    /// have no time zone.
    /// </summary>
    public DateTime? UpdatedSince { get; init; }

    /// <summary>Whether to include transactions of disabled accounts and removed ones (<c>all</c>).</summary>
    public bool IncludeAll { get; init; }

    /// <summary>Only removed transactions (<c>deleted</c>).</summary>
    public bool DeletedOnly { get; init; }

    /// <summary>True for income only, false for expenses only.</summary>
    public bool? Income { get; init; }

    public string? Search { get; init; }

    /// <summary>Text contained in the wording.</summary>
    public string? Wording { get; init; }

    /// <summary>The value, with its sign, in units of the currency.</summary>
    public decimal? Value { get; init; }

    public decimal? MinValue { get; init; }

    public decimal? MaxValue { get; init; }

    /// <summary>Further resources to include: <c>account</c>, <c>documents</c>.</summary>
    public IReadOnlyCollection<string> Expand { get; init; } = [];

    /// <summary>Whether the unfiltered list should reach back to the first transaction on record.</summary>
    internal bool IsUnbounded => (MinDate, UpdatedSince, Income, Search, Wording, Value, MinValue, MaxValue) is (null, null, null, null, null, null, null, null) && !DeletedOnly;

    /// <summary>Whether all transactions of the connection or the user are selected.</summary>
    public bool IsWhole => IsUnbounded && (AccountId, MaxDate) is (null, null);

    internal string Path => ApiPath.WithQuery(
        Flagged(AccountId is not null ? ApiPath.Create($"users/{UserId}/accounts/{AccountId}/transactions")
            : ConnectionId is not null ? ApiPath.Create($"users/{UserId}/connections/{ConnectionId}/transactions")
            : ApiPath.Create($"users/{UserId}/transactions")),
        ("filter", (MinDate ?? MaxDate) is not null && DateField == PowensDateField.Date ? "date" : null),
        ("min_date", PowensRequest.Day(MinDate)),
        ("max_date", PowensRequest.Day(MaxDate)),
        ("last_update", PowensRequest.Time(UpdatedSince)),
        ("income", Income is { } income ? (income ? "true" : "false") : null),
        ("search", Search),
        ("wording", Wording),
        ("value", PowensRequest.Number(Value)),
        ("min_value", PowensRequest.Number(MinValue)),
        ("max_value", PowensRequest.Number(MaxValue)),
        ("expand", PowensCatalogue.List(Expand)));

    /// <summary>
    /// With <c>all</c>, removed transactions are included; <c>deleted</c> alone returns only removed ones [docs 2021].
    /// </summary>
    private string Flagged(string path) => DeletedOnly ? path + "?deleted" : IncludeAll || UpdatedSince is not null ? path + "?all" : path;
}
