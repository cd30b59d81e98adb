using CompanyData.Collection;
using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>Officers were collected, but there are none.</summary>
internal sealed class NoOfficerRule : FindingRule
{
    public override string Code => "NoOfficer";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        if (context.Dossier.GetDataState(QardDataType.CompanyOfficer) == DataState.None)
        {
            yield return Create(context, SeverityLevel.Review, "Officers", context.Wording.Say("The register names no officer.", "Le registre ne nomme aucun dirigeant."));
        }
    }
}
