using CompanyData.Collection;
using CompanyData.Qard;

namespace CompanyData.Reports;

/// <summary>What a compliance reader should notice in a dossier. It says what is there and what is not; it does not judge the company.</summary>
internal static class Findings
{
    public static IReadOnlyList<Finding> From(CompanyDossier dossier, IReadOnlyList<Holding> holdings) => [.. dossier.Failures.Select(Missing)
        .Concat(OfProfile(dossier))
        .Concat(OfOwners(dossier, holdings))
        .Concat(OfOfficers(dossier))
        .Concat(dossier.Remarks.Select(remark => new Finding(FindingKind.Note, remark)))
        .OrderBy(finding => finding.Kind)];

    private static Finding Missing(DossierFailure failure) => new(FindingKind.Missing, $"{Facts.Label(failure.Step)}: {failure.Reason}", failure.Remedy, Reference(failure));

    private static string? Reference(DossierFailure failure)
        => string.Join(", ", new[] { failure.Code, failure.RequestId is null ? null : $"request {failure.RequestId}" }.Where(part => part is not null)) is { Length: > 0 } reference ? reference : null;

    private static IEnumerable<Finding> OfProfile(CompanyDossier dossier)
    {
        if (dossier.Profile is not { } profile)
        {
            if (!HasFailed(dossier, QardDataType.CompanyProfile))
            {
                yield return new(FindingKind.Review, "The dossier has no company profile.");
            }

            yield break;
        }

        if (profile.RegistrationNumber is { } number && string.Concat(number.Where(char.IsDigit)) is var digits && !digits.StartsWith(dossier.Siren, StringComparison.Ordinal))
        {
            yield return new(FindingKind.Review, $"The profile is that of {number}, not of {dossier.Siren}.");
        }

        if ((profile.InseeClosingDate ?? profile.RncsClosingDate) is { } closed)
        {
            yield return new(FindingKind.Review, $"The company was closed on {Facts.Text(closed)}.");
        }

        (string Name, object? Value)[] expected =
        [
            ("the legal form", dossier.LegalForm), ("the registration date", profile.RegistrationDate), ("the address", profile.Headquarter?.Address),
            ("the activity", profile.Activity), ("the capital", profile.Capital?.Amount),
        ];
        string[] absent = [.. expected.Where(field => field.Value is null).Select(field => field.Name)];
        if (absent.Length > 0)
        {
            yield return new(FindingKind.Review, $"The profile does not tell {string.Join(", ", absent)}.");
        }
    }

    private static IEnumerable<Finding> OfOwners(CompanyDossier dossier, IReadOnlyList<Holding> holdings)
    {
        if (holdings.Count == 0)
        {
            if (!HasFailed(dossier, QardDataType.BeneficialOwner))
            {
                yield return new(FindingKind.Review, "The dossier has no beneficial owner.");
            }

            yield break;
        }

        if (holdings.Count(holding => !holding.IsDisclosed) is > 0 and var untold)
        {
            yield return new(FindingKind.Review, $"What {Count(untold, "owner holds", "owners hold")} is not told.");
        }
        else if (!holdings.Any(holding => holding.IsOverThreshold))
        {
            yield return new(FindingKind.Review, $"No owner holds over {Holding.Threshold} %: who controls the company is not plain from shares and votes.");
        }

        decimal total = holdings.Sum(holding => holding.Shares ?? 0);
        if (total > 100)
        {
            yield return new(FindingKind.Review, $"The owners' shares add up to {Holding.Percent(total)}.");
        }
        else if (holdings.All(holding => holding.Shares is not null) && 100 - total > Holding.Threshold)
        {
            yield return new(FindingKind.Review, $"The owners' shares add up to {Holding.Percent(total)}; who holds the rest is not told.");
        }
    }

    private static IEnumerable<Finding> OfOfficers(CompanyDossier dossier)
    {
        if (dossier.Officers.Count == 0)
        {
            if (!HasFailed(dossier, QardDataType.CompanyOfficer))
            {
                yield return new(FindingKind.Review, "The dossier has no officer.");
            }
        }
        else if (dossier.Officers.All(officer => officer.Roles.Count > 0 && officer.Roles.All(role => role.EndDate < dossier.CollectedAt)))
        {
            yield return new(FindingKind.Review, "Every officer's role has ended.");
        }
    }

    /// <summary>Where nothing could be collected at all, that has been said.</summary>
    private static bool HasFailed(CompanyDossier dossier, string dataType)
        => dossier.Status == DossierStatus.Failed || dossier.Failures.Any(failure => failure.Step == dataType);

    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
