using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A corporate tax return. Source: GET /users/{u}/corporate-taxes and corporate-taxes/{id} [docs].</summary>
public sealed class QardCorporateTax : QardDataItem
{
    public int? ClosingYear { get; set; }

    public DateTime? ClosingDate { get; set; }

    public DateTime? SubmittedDate { get; set; }

    public int? Duration { get; set; }

    public Money? NetResult { get; set; }

    public ValueList<QardCorporateTaxValue> CorporateTaxesValues { get; set => field = value ?? []; } = [];

    public string? Id { get; set; }

    public override string ToString() => FormattableString.Invariant($"{ClosingDate:yyyy-MM-dd} {NetResult}").Trim();
}
