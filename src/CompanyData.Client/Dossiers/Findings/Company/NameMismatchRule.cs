using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>The company bears another name in the register than in the request. Legal forms, case, accents and punctuation do not count.</summary>
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
                $"The company was requested as '{context.Dossier.Name}'; the register names it '{profile.Name}'.",
                $"La société a été demandée sous le nom « {context.Dossier.Name} » ; le registre la nomme « {profile.Name} »."),
            remedy: context.Wording.Say("Check that this is the company that was meant.", "Vérifier qu'il s'agit bien de la société visée."));
    }

    private static IEnumerable<string?> Names(QardCompanyProfile profile) => [profile.Name, profile.AcronymName, .. profile.BusinessNames, .. profile.CommercialNames];

    /// <summary>A short name is often the beginning of the full one.</summary>
    private static bool IsSame(string name, string asked)
        => name.Length > 0 && (name == asked || $" {name} ".Contains($" {asked} ") || $" {asked} ".Contains($" {name} ") || name.Replace(" ", string.Empty) == asked.Replace(" ", string.Empty));

    private static string Key(string? name) => string.Join(" ", TextKey.From(name).Split(' ').Where(word => !LegalForms.Contains(word)));
}
