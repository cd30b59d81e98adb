using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A VAT declaration. Source: GET /users/{u}/vat-declarations and vat-declarations/{id} [docs].</summary>
public sealed class QardVatDeclaration : QardDataItem
{
    public DateTime? StartDate { get; set; }

    public DateTime? EndDate { get; set; }

    public DateTime? DepositDate { get; set; }

    public Money? GrossVat { get; set; }

    public Money? DeductibleVat { get; set; }

    public Money? Vat { get; set; }

    public Money? TotalToPay { get; set; }

    public Money? SurplusBalance { get; set; }

    /// <summary>The boxes of the form; their form is not published.</summary>
    public ValueList<FlexibleValue> VatValues { get; set => field = value ?? []; } = [];

    public string? Id { get; set; }

    public override string ToString() => FormattableString.Invariant($"{StartDate:yyyy-MM-dd} {EndDate:yyyy-MM-dd}").Trim();
}
