using CompanyData.Collection;
using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>A row of the index page. Keeps only a few values, so that long lists fit into memory.</summary>
public sealed class DossierLine
{
    /// <param name="dossier">The dossier of the row.</param>
    /// <param name="link">Link to the dossier: a file in the folder of the index, or an anchor within the page.</param>
    /// <param name="options">Thresholds, language and changes.</param>
    public DossierLine(CompanyDossier dossier, string link, ReportOptions options)
        : this(dossier, link, DossierFindings.Find(dossier, options), options)
    {
    }

    internal DossierLine(CompanyDossier dossier, string link, IReadOnlyList<DossierFinding> findings, ReportOptions options)
    {
        Link = link;
        Company = dossier.CompanyName;
        Siren = dossier.Siren;
        Status = dossier.Status;
        IsSandbox = dossier.IsSandbox;
        CompletedAt = dossier.CompletedAt;
        IReadOnlyList<DossierChange> changes = options.ChangesOf(dossier.Siren);
        Changes = changes.Count;
        (string Severity, string Message, IReadOnlyList<string> English)[] reasons = [.. findings.Select(finding => (finding.Severity, finding.Message, finding.English))
            .Concat(changes.Select(change => (change.Severity, change.Message, (IReadOnlyList<string>)[])))
            .Where(reason => reason.Severity != SeverityLevel.Note)
            .OrderBy(reason => SeverityLevel.Rank(reason.Severity))];
        Severity = reasons.Length == 0 ? null : reasons[0].Severity;
        Reason = reasons.Length == 0 ? null : reasons[0].Message;
        English = reasons.Length == 0 ? [] : reasons[0].English;
        Critical = reasons.Count(reason => reason.Severity == SeverityLevel.Critical);
        Reasons = reasons.Length;
    }

    internal string Link { get; }

    internal string Company { get; }

    internal string Siren { get; }

    internal string Status { get; }

    internal bool IsSandbox { get; }

    internal DateTime CompletedAt { get; }

    internal int Changes { get; }

    /// <summary>Severity of the most urgent reason; null if there is none.</summary>
    internal string? Severity { get; }

    /// <summary>The most urgent reason for a review.</summary>
    internal string? Reason { get; }

    /// <summary>Parts of the reason that are English although the index is not.</summary>
    internal IReadOnlyList<string> English { get; }

    internal int Critical { get; }

    internal int Reasons { get; }

    /// <summary>The most urgent first.</summary>
    internal static IReadOnlyList<DossierLine> Sort(IEnumerable<DossierLine> lines) => [.. lines
        .OrderBy(line => SeverityLevel.Rank(line.Severity ?? string.Empty))
        .ThenByDescending(line => line.Critical)
        .ThenByDescending(line => line.Reasons)
        .ThenBy(line => line.Company, StringComparer.OrdinalIgnoreCase)
        .ThenBy(line => line.Siren, StringComparer.Ordinal)];
}
