using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A tax return. Source: GET /users/{u}/tax-returns and tax-returns/{id} [docs].</summary>
public sealed class QardTaxReturn : QardDataItem
{
    public int? ClosingYear { get; set; }

    public DateTime? ClosingDate { get; set; }

    public DateTime? SubmittedDate { get; set; }

    public int? Duration { get; set; }

    public string? Type { get; set; }

    public Money? Revenue { get; set; }

    public Money? NetProfit { get; set; }

    public ValueList<QardTaxReturnValue> TaxReturnValues { get; set => field = value ?? []; } = [];

    public string? FileId { get; set; }

    public string? Id { get; set; }

    public override string ToString() => FormattableString.Invariant($"{ClosingDate:yyyy-MM-dd} {Type}").Trim();
}
