namespace CompanyData.Dossiers;

/// <summary>The roles of all officers have ended.</summary>
internal sealed class OfficersEndedRule : FindingRule
{
    public override string Code => "OfficersEnded";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        if (context.Dossier.Officers.Count > 0
            && context.Dossier.Officers.TrueForAll(officer => officer.Roles.Count > 0 && officer.Roles.TrueForAll(role => role?.EndDate < context.Dossier.CollectedAt)))
        {
            yield return Create(context, SeverityLevel.Review, "Officers", context.Wording.Say("Every officer's role has ended.", "Les mandats de tous les dirigeants ont pris fin."));
        }
    }
}
