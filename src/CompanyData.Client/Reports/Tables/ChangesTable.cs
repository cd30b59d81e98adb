using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>A row for each change, the companies with the most urgent ones first.</summary>
internal sealed class ChangesTable() : ReportTable<DossierChange>(
    "changes",
    ReportText.Changes,
    (ReportText.Source, (change, _) => Source(change.IsSandbox)),
    (Field("Siren"), (change, _) => change.Siren),
    (ReportText.Company, (change, _) => change.Name),
    (ReportText.Urgency, (change, language) => language.Word(change.Severity)),
    (ReportText.Code, (change, _) => change.Code),
    (ReportText.Kind, (change, language) => language.Word(change.Kind)),
    (ReportText.Area, (change, language) => language.Area(change.Area)),
    (ReportText.Subject, (change, _) => change.Subject),
    (ReportText.FieldColumn, (change, language) => change.Field is null ? null : language.Label(change.Field)),
    (ReportText.Before, (change, _) => change.Old),
    (ReportText.After, (change, _) => change.New),
    (ReportText.Message, (change, _) => change.Message),
    (ReportText.ReferenceDate, (change, _) => change.ReferenceDate == default ? null : change.ReferenceDate),
    (ReportText.Collected, (change, _) => change.DifferenceDate))
{
    public override IEnumerable<object?[]> Rows(ReportOptions options) => options.ChangedCompanies.SelectMany(changes => changes).Select(change => Row(change, options.Text));
}
