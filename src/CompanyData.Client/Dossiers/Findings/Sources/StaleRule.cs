namespace CompanyData.Dossiers;

/// <summary>The dossier is older than the maximum age for a review.</summary>
internal sealed class StaleRule : FindingRule
{
    public override string Code => "Stale";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        TimeSpan age = context.Now - context.Dossier.CollectedAt;
        if (age > context.Options.MaxAge)
        {
            string date = context.Wording.Date(context.Dossier.CollectedAt);
            yield return Create(
                context,
                SeverityLevel.Review,
                "CollectedAt",
                context.Wording.Say($"The dossier is {(int)age.TotalDays} days old: it was collected on {date}.", $"Le dossier date de {(int)age.TotalDays} jours : il a été collecté le {date}."),
                remedy: context.Wording.Say("Collect the company again.", "Collecter de nouveau la société."));
        }
    }
}
