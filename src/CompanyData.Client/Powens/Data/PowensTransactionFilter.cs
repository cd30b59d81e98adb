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

    /// <summary>Which date <see cref="MinDate"/> and <see cref="MaxDate"/> bound.</summary>
    public PowensDateField DateField { get; init; }

    /// <summary>
    /// Only those that changed since, what was removed included: those have <see cref="PowensTransaction.Deleted"/>. The service's times
    /// have no zone.
    /// </summary>
    public DateTime? UpdatedSince { get; init; }

    /// <summary>Those of disabled accounts and those that were removed too (<c>all</c>).</summary>
    public bool IncludeAll { get; init; }

    /// <summary>Only those that were removed (<c>deleted</c>).</summary>
    public bool DeletedOnly { get; init; }

    /// <summary>Only income, or only expenses.</summary>
    public bool? Income { get; init; }

    public string? Search { get; init; }

    /// <summary>A text within the wording.</summary>
    public string? Wording { get; init; }

    /// <summary>The value, with its sign.</summary>
    public decimal? Value { get; init; }

    public decimal? MinValue { get; init; }

    public decimal? MaxValue { get; init; }

    /// <summary>Further resources to bring along: <c>account</c>, <c>documents</c>.</summary>
    public IReadOnlyCollection<string> Expand { get; init; } = [];

    /// <summary>Whether the whole list goes back to the first transaction on record.</summary>
    internal bool IsUnbounded => (MinDate, UpdatedSince, Income, Search, Wording, Value, MinValue, MaxValue) is (null, null, null, null, null, null, null, null) && !DeletedOnly;

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
    /// With <c>all</c> removals come beside the rest; <c>deleted</c> alone would bring nothing else [docs 2021].
    /// </summary>
    private string Flagged(string path) => DeletedOnly ? path + "?deleted" : IncludeAll || UpdatedSince is not null ? path + "?all" : path;
}
