using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A certificate that the company is in order with its taxes. Source: GET /users/{u}/tax-clearance-certificates [docs].</summary>
public sealed class QardTaxClearanceCertificate : QardDataItem
{
    public DateTime? Date { get; set; }

    public string? Number { get; set; }

    public string? FileId { get; set; }

    public string? ProviderName { get; set; }

    public string? DataConnectionId { get; set; }

    public string? Id { get; set; }

    public override string ToString() => FormattableString.Invariant($"{Date:yyyy-MM-dd} {Number}").Trim();
}
