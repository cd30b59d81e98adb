namespace CompanyData.Limit;

/// <summary>The fields of a commerce transaction that the module reads too.</summary>
internal sealed class Transaction
{
    public string? Id { get; set; }

    public string? Type { get; set; }

    public string? Status { get; set; }

    public Amount? Amount { get; set; }

    public Amount? FeeAmount { get; set; }

    public DateTime? SourceCreatedAt { get; set; }

    public string? Description { get; set; }

    public string? InitialTransactionId { get; set; }

    public string? RelatedTransactionId { get; set; }

    public string? SourceType { get; set; }

    public string? ProviderName { get; set; }

    public string? DataConnectionId { get; set; }
}
