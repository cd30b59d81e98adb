using CompanyData.Collection;

namespace CompanyData.Dossiers;

/// <summary>Applies every rule to a dossier.</summary>
public static class DossierFindings
{
    /// <summary>The codes of all rules.</summary>
    public static IReadOnlyList<string> Codes => [.. FindingRule.All.Select(rule => rule.Code)];

    /// <summary>The most urgent first; the order of the same dossier's findings is always the same.</summary>
    public static IReadOnlyList<DossierFinding> Find(CompanyDossier dossier, ReviewOptions options)
    {
        FindingContext context = new(dossier, options);
        return [.. FindingRule.All.SelectMany(rule => rule.Find(context)).OrderBy(finding => SeverityLevel.Rank(finding.Severity))];
    }
}
