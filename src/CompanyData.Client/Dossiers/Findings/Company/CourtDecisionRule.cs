using CompanyData.Json;

namespace CompanyData.Dossiers;

/// <summary>There is a court decision about the company.</summary>
internal sealed class CourtDecisionRule : FindingRule
{
    public override string Code => "CourtDecision";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        foreach ((FieldMap fields, string evidence) in context.Records("COURT_DECISION"))
        {
            string title = fields.Text("title", "summary") ?? context.Wording.Say("Court decision", "Décision de justice");
            string about = string.Join(", ", new[] { fields.Text("date") is { } day ? context.Wording.Text(day.Split(' ')[0]) : null, fields.Text("tribunal") }.Where(part => part is not null));
            yield return Create(
                context,
                SeverityLevel.Review,
                evidence,
                about.Length == 0 ? context.Wording.Say($"Court decision: {title}.", $"Décision de justice : {title}.") : context.Wording.Say($"Court decision: {title} ({about}).", $"Décision de justice : {title} ({about})."),
                subject: title,
                remedy: fields.Text("file_id") is { } file ? context.Wording.Say($"Read it: Save-QardFile {file}", $"La lire : Save-QardFile {file}") : null);
        }
    }
}
