using CompanyData.Collection;
using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>A row for each finding.</summary>
internal sealed class FindingsTable() : ReportTable<(DossierFinding Finding, bool IsSandbox)>(
    "findings",
    ReportText.Findings,
    (ReportText.Source, (row, _) => Source(row.IsSandbox)),
    (Field("Siren"), (row, _) => row.Finding.Siren),
    (ReportText.Company, (row, _) => row.Finding.Name),
    (ReportText.Urgency, (row, language) => language.Word(row.Finding.Severity)),
    (ReportText.Code, (row, _) => row.Finding.Code),
    (ReportText.Subject, (row, _) => row.Finding.Subject),
    (ReportText.Message, (row, _) => row.Finding.Message),
    (ReportText.Remedy, (row, _) => row.Finding.Remedy),
    (ReportText.Evidence, (row, _) => row.Finding.Evidence),
    (ReportText.ReferenceColumn, (row, _) => row.Finding.Reference))
{
    public override IEnumerable<object?[]> Rows(CompanyDossier dossier, IReadOnlyList<DossierFinding> findings, ReportOptions options)
        => findings.Select(finding => Row((finding, dossier.IsSandbox), options.Text));
}
