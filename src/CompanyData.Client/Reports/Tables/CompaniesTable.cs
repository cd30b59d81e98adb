using CompanyData.Collection;
using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>A row for each company.</summary>
internal sealed class CompaniesTable() : ReportTable<CompanyRow>(
    "companies",
    ReportText.CompaniesSheet,
    (ReportText.Source, (row, _) => Source(row.Dossier.IsSandbox)),
    (Field("Siren"), (row, _) => row.Dossier.Siren),
    (ReportText.Company, (row, _) => row.Dossier.CompanyName),
    (ReportText.Urgency, (row, language) => row.Line.Severity is { } severity ? language.Word(severity) : null),
    (ReportText.Reason, (row, _) => row.Line.Reason),
    (ReportText.CriticalCount, (row, _) => row.Line.Critical),
    (ReportText.ReviewCount, (row, _) => row.Line.Reasons - row.Line.Critical),
    (ReportText.Changes, (row, _) => row.Line.Changes),
    (ReportText.Status, (row, language) => language.Word(row.Dossier.Status)),
    (Field("Legal.Form"), (row, _) => row.Dossier.LegalForm),
    (Field("Capital.Amount"), (row, _) => row.Dossier.Profile?.Capital?.Value),
    (Field("Currency"), (row, _) => row.Dossier.Profile?.Capital?.Currency),
    (Field("ApeCode"), (row, _) => row.Dossier.Profile?.Activity?.ApeCode),
    (Field("ApeName"), (row, _) => row.Dossier.Profile?.Activity?.ApeName),
    (Field("Address"), (row, _) => row.Dossier.AddressLine),
    (Field("PostalCode"), (row, _) => row.Dossier.PostalCode),
    (Field("City"), (row, _) => row.Dossier.City),
    (Field("Country"), (row, _) => row.Dossier.Country),
    (Field("VatNumber"), (row, _) => row.Dossier.Profile?.VatNumber),
    (Field("RegistrationDate"), (row, _) => row.Dossier.Profile?.RegistrationDate),
    (ReportText.Closed, (row, _) => row.Dossier.Profile?.InseeClosingDate ?? row.Dossier.Profile?.RncsClosingDate),
    (ReportText.Officers, (row, _) => row.Dossier.Officers.Count),
    (ReportText.Owners, (row, _) => row.Dossier.BeneficialOwners.Count),
    (ReportText.OwnersOverLimit, (row, _) => row.OwnersOver),
    (ReportText.Collected, (row, _) => row.Line.CompletedAt),
    (Field("QardUserId"), (row, _) => row.Dossier.UserId))
{
    public override IEnumerable<object?[]> Rows(CompanyDossier dossier, IReadOnlyList<DossierFinding> findings, ReportOptions options)
        => [Row(new(dossier, new DossierLine(dossier, string.Empty, findings, options), Holding.CountOver(dossier.BeneficialOwners, options.OwnershipThreshold)), options.Text)];
}
