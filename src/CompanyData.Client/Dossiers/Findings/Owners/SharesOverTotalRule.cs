namespace CompanyData.Dossiers;

/// <summary>The owners' shares add up to more than 100 %.</summary>
internal sealed class SharesOverTotalRule : FindingRule
{
    public override string Code => "SharesOverTotal";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        decimal total = context.Holdings.Sum(holding => holding.Shares ?? 0);
        if (total > 100)
        {
            string percent = context.Wording.Percent(total);
            yield return Create(
                context,
                SeverityLevel.Review,
                "BeneficialOwners",
                context.Wording.Say($"The owners' shares add up to {percent}.", $"Les parts des bénéficiaires totalisent {percent}."),
                remedy: context.Wording.Say("Indirect holdings may be counted twice; compare with the declaration.", "Des détentions indirectes peuvent être comptées deux fois ; comparer avec la déclaration."));
        }
    }
}
