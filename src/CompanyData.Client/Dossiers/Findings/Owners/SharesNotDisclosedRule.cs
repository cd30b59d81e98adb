namespace CompanyData.Dossiers;

/// <summary>The undisclosed part of the capital is large enough for another owner to control the company.</summary>
internal sealed class SharesNotDisclosedRule : FindingRule
{
    public override string Code => "SharesNotDisclosed";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        decimal total = context.Holdings.Sum(holding => holding.Shares ?? 0);
        if (context.Holdings.Count > 0 && context.Holdings.All(holding => holding.Shares is not null) && 100 - total > context.Options.OwnershipThreshold)
        {
            string percent = context.Wording.Percent(total);
            yield return Create(
                context,
                SeverityLevel.Review,
                "BeneficialOwners",
                context.Wording.Say(
                    $"The owners' shares add up to {percent}; who holds the rest is not disclosed.",
                    $"Les parts des bénéficiaires totalisent {percent} ; le détenteur du reste n'est pas communiqué."));
        }
    }
}
