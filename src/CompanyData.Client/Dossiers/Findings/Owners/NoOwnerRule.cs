using CompanyData.Collection;
using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>Beneficial owners were collected, but there are none.</summary>
internal sealed class NoOwnerRule : FindingRule
{
    public override string Code => "NoBeneficialOwner";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        if (context.Dossier.GetDataState(QardDataType.BeneficialOwner) == DataState.None)
        {
            yield return Create(
                context,
                SeverityLevel.Review,
                "BeneficialOwners",
                context.Wording.Say("The register names no beneficial owner.", "Le registre ne nomme aucun bénéficiaire effectif."),
                remedy: context.Wording.Say("Ask the company for its declaration of beneficial owners.", "Demander à la société sa déclaration des bénéficiaires effectifs."));
        }
    }
}
