using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>The profile lacks identifying data.</summary>
internal sealed class ProfileIncompleteRule : FindingRule
{
    public override string Code => "ProfileIncomplete";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        if (context.Dossier.Profile is not { } profile)
        {
            yield break;
        }

        string[] absent = [.. Expected(profile, context.Wording).Where(field => field.Value is null).Select(field => field.Name)];
        if (absent.Length > 0)
        {
            string list = string.Join(", ", absent);
            yield return Create(context, SeverityLevel.Review, "Profile", context.Wording.Say($"The profile does not state {list}.", $"Le profil n'indique pas : {list}."));
        }
    }

    private static IEnumerable<(string Name, object? Value)> Expected(QardCompanyProfile profile, Wording wording) =>
    [
        (wording.Say("the legal form", "la forme juridique"), profile.Legal?.Form),
        (wording.Say("the registration date", "la date d'immatriculation"), profile.RegistrationDate),
        (wording.Say("the address", "l'adresse"), profile.Headquarter?.Address),
        (wording.Say("the activity", "l'activité"), profile.Activity),
        (wording.Say("the capital", "le capital"), profile.Capital?.Amount),
    ];
}
