using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Which documents are wanted; null leaves a bound open. Source: powens.md, documents [docs].</summary>
public sealed class PowensDocumentFilter
{
    public string UserId { get; init; } = PowensUsers.Me;

    /// <summary>Only those of this transaction; it goes before the others.</summary>
    public string? TransactionId { get; init; }

    /// <summary>Only this subscription's; it goes before <see cref="ConnectionId"/>.</summary>
    public string? SubscriptionId { get; init; }

    public string? ConnectionId { get; init; }

    /// <summary>The id of a document type.</summary>
    public string? TypeId { get; init; }

    public DateTime? MinDate { get; init; }

    public DateTime? MaxDate { get; init; }

    public decimal? MinAmount { get; init; }

    public decimal? MaxAmount { get; init; }

    /// <summary>Whether all documents of the connection or the user are selected.</summary>
    public bool IsWhole => (TransactionId, SubscriptionId, TypeId, MinDate, MaxDate, MinAmount, MaxAmount) is (null, null, null, null, null, null, null);

    internal string Path => ApiPath.WithQuery(
        TransactionId is not null ? ApiPath.Create($"users/{UserId}/transactions/{TransactionId}/documents")
            : SubscriptionId is not null ? ApiPath.Create($"users/{UserId}/subscriptions/{SubscriptionId}/documents")
            : ConnectionId is not null ? ApiPath.Create($"users/{UserId}/connections/{ConnectionId}/documents")
            : ApiPath.Create($"users/{UserId}/documents"),
        ("id_type", TypeId),
        ("min_date", PowensRequest.Day(MinDate)),
        ("max_date", PowensRequest.Day(MaxDate)),
        ("min_amount", PowensRequest.Number(MinAmount)),
        ("max_amount", PowensRequest.Number(MaxAmount)));
}
