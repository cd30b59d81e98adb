namespace CompanyData.Dossiers;

/// <summary>The profile belongs to another company.</summary>
internal sealed class RegistrationNumberMismatchRule : FindingRule
{
    public override string Code => "RegistrationNumberMismatch";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        string siren = context.Dossier.Siren;
        if (context.Dossier.Profile?.RegistrationNumber is { Length: > 0 } number && !string.Concat(number.Where(char.IsDigit)).StartsWith(siren, StringComparison.Ordinal))
        {
            yield return Create(
                context,
                SeverityLevel.Critical,
                "Profile.RegistrationNumber",
                context.Wording.Say($"The profile is that of {number}, not of {siren}.", $"Le profil est celui de {number} et non de {siren}."),
                remedy: context.Wording.Say("Check the siren and the company of the Qard user.", "Vérifier le SIREN et la société que représente l'utilisateur Qard."));
        }
    }
}
