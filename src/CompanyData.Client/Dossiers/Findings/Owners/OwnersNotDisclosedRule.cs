namespace CompanyData.Dossiers;

/// <summary>It is not disclosed what some owners hold.</summary>
internal sealed class OwnersNotDisclosedRule : FindingRule
{
    public override string Code => "OwnersNotDisclosed";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        string[] names = [.. context.Holdings.Where(holding => !holding.IsDisclosed).Select(holding => holding.Name)];
        if (names.Length > 0)
        {
            yield return Create(
                context,
                SeverityLevel.Review,
                "BeneficialOwners",
                context.Wording.Say(
                    $"What {context.Wording.Count(names.Length, "owner holds", "owners hold")} is not disclosed.",
                    $"La part de {context.Wording.Count(names.Length, "bénéficiaire", "bénéficiaires")} n'est pas communiquée."),
                string.Join(", ", names),
                context.Wording.Say("Ask the company for its declaration of beneficial owners.", "Demander à la société sa déclaration des bénéficiaires effectifs."));
        }
    }
}
