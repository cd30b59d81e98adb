using CompanyData.Collection;

namespace CompanyData.Dossiers;

/// <summary>Applies all finding rules to a dossier.</summary>
public static class DossierFindings
{
    /// <summary>The codes of all rules.</summary>
    public static IReadOnlyList<string> Codes => [.. FindingRule.All.Select(rule => rule.Code)];

    /// <summary>Returns the findings, the most urgent first, in a stable order.</summary>
    public static IReadOnlyList<DossierFinding> Find(CompanyDossier dossier, ReviewOptions options)
    {
        FindingContext context = new(dossier, options);
        return [.. FindingRule.All.SelectMany(rule => rule.Find(context)).OrderBy(finding => SeverityLevel.Rank(finding.Severity))];
    }
}
