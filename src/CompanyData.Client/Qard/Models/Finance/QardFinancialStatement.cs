using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>Annual accounts that were submitted. Source: GET /users/{u}/financial-statements [seen].</summary>
public sealed class QardFinancialStatement : QardDataItem
{
    public int? ClosingYear { get; set; }

    public DateTime? ClosingDate { get; set; }

    public DateTime? SubmittedDate { get; set; }

    public int? Duration { get; set; }

    public string? FileId { get; set; }

    public string? Id { get; set; }

    public override string ToString() => FormattableString.Invariant($"{ClosingDate:yyyy-MM-dd}");
}
