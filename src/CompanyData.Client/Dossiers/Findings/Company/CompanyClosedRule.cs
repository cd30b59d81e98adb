using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>A register has closed the company.</summary>
internal sealed class CompanyClosedRule : FindingRule
{
    public override string Code => "CompanyClosed";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        if (context.Dossier.Profile is { } profile && (profile.InseeClosingDate ?? profile.RncsClosingDate) is { } closed)
        {
            string date = context.Wording.Date(closed);
            yield return Create(
                context,
                SeverityLevel.Critical,
                $"Profile.{(profile.InseeClosingDate is null ? nameof(QardCompanyProfile.RncsClosingDate) : nameof(QardCompanyProfile.InseeClosingDate))}",
                context.Wording.Say($"The company was closed on {date}.", $"La société a été fermée le {date}."));
        }
    }
}
