namespace CompanyData.Dossiers;

/// <summary>All holdings are disclosed, and none exceeds the threshold for control.</summary>
internal sealed class NoOwnerOverThresholdRule : FindingRule
{
    public override string Code => "NoOwnerOverThreshold";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        decimal threshold = context.Options.OwnershipThreshold;
        if (context.Holdings.Count > 0 && context.Holdings.All(holding => holding.IsDisclosed && !holding.IsOver(threshold)))
        {
            string percent = context.Wording.Percent(threshold);
            yield return Create(
                context,
                SeverityLevel.Review,
                "BeneficialOwners",
                context.Wording.Say(
                    $"No owner holds more than {percent}: control cannot be determined from shares and votes.",
                    $"Aucun bénéficiaire ne détient plus de {percent} : le contrôle ne ressort ni du capital ni des droits de vote."),
                remedy: context.Wording.Say(
                    $"Check for control by other means. If there is none, the legal representatives count as beneficial owners (Code monétaire et financier, R561-1). {Representatives(context)}",
                    $"Rechercher un contrôle par d'autres moyens. À défaut, les représentants légaux sont les bénéficiaires effectifs (Code monétaire et financier, R561-1). {Representatives(context)}"));
        }
    }

    private static string Representatives(FindingContext context)
    {
        string names = string.Join(", ", LegalRepresentatives.From(context.Dossier));
        return names.Length == 0
            ? context.Wording.Say("The dossier names none.", "Le dossier n'en nomme aucun.")
            : context.Wording.Say($"By their roles these are: {names}.", $"D'après leurs fonctions, ce sont : {names}.");
    }
}
