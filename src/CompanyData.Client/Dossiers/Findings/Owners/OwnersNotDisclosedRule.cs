namespace CompanyData.Dossiers;

/// <summary>The holdings of some owners are not disclosed.</summary>
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
                    $"The {(names.Length == 1 ? "holding" : "holdings")} of {context.Wording.Count(names.Length, "owner", "owners")} {(names.Length == 1 ? "is" : "are")} not disclosed.",
                    $"La part de {context.Wording.Count(names.Length, "bénéficiaire", "bénéficiaires")} n'est pas communiquée."),
                string.Join(", ", names),
                context.Wording.Say("Ask the company for its declaration of beneficial owners.", "Demander à la société sa déclaration des bénéficiaires effectifs."));
        }
    }
}
