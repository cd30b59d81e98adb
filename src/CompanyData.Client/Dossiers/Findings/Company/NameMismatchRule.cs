using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>The name in the register differs from the requested name. Legal forms, case, accents and punctuation are ignored.</summary>
internal sealed class NameMismatchRule : FindingRule
{
    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "SA", "SAS", "SASU", "SARL", "EURL", "SNC", "SCI", "SCA", "SCS", "SCP", "SCOP", "SELARL", "SELAS", "SE", "GIE", "EI", "EIRL", "SOCIETE", "STE", "ETS", "ETABLISSEMENTS",
    };

    public override string Code => "NameMismatch";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        if (context.Dossier.Profile is not { Name.Length: > 0 } profile || Key(context.Dossier.Name) is not { Length: > 0 } asked || Names(profile).Any(name => IsSame(Key(name), asked)))
        {
            yield break;
        }

        yield return Create(
            context,
            SeverityLevel.Review,
            "Profile.Name",
            context.Wording.Say(
                $"The company was requested as '{context.Dossier.Name}'; its name in the register is '{profile.Name}'.",
                $"La société a été demandée sous le nom « {context.Dossier.Name} » ; le registre la nomme « {profile.Name} »."),
            remedy: context.Wording.Say("Check that this is the intended company.", "Vérifier qu'il s'agit bien de la société visée."));
    }

    private static IEnumerable<string?> Names(QardCompanyProfile profile) => [profile.Name, profile.AcronymName, .. profile.BusinessNames, .. profile.CommercialNames];

    /// <summary>Also accepts a name that contains the other one: short names are common.</summary>
    private static bool IsSame(string name, string asked)
        => name.Length > 0 && (name == asked || $" {name} ".Contains($" {asked} ") || $" {asked} ".Contains($" {name} ") || name.Replace(" ", string.Empty) == asked.Replace(" ", string.Empty));

    private static string Key(string? name) => string.Join(" ", TextKey.From(name).Split(' ').Where(word => !LegalForms.Contains(word)));
}
