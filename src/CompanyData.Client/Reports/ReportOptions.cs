using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>Options of a report: thresholds and language of the review, title, author, and changes.</summary>
public sealed class ReportOptions : ReviewOptions
{
    /// <summary>Title of the report; null for the default title.</summary>
    public string? Title { get; init; }

    public string? PreparedBy { get; init; }

    public string? ReviewedBy { get; init; }

    /// <summary>Changes since an earlier collection, of all companies; null if nothing was compared.</summary>
    public IEnumerable<DossierChange>? Changes
    {
        get;
        init
        {
            field = value;
            _changes = (value ?? []).ToLookup(change => change.Siren, StringComparer.Ordinal);
        }
    }

    internal bool HasChanges => Changes is not null;

    private readonly ILookup<string, DossierChange> _changes = Array.Empty<DossierChange>().ToLookup(change => change.Siren, StringComparer.Ordinal);

    internal ReportLanguage Text => new(Wording);

    internal IReadOnlyList<DossierChange> ChangesOf(string siren) => [.. _changes[siren].OrderBy(change => SeverityLevel.Rank(change.Severity))];

    /// <summary>The companies that changed, the most urgent first.</summary>
    internal IEnumerable<IReadOnlyList<DossierChange>> ChangedCompanies => _changes.Select(company => ChangesOf(company.Key))
        .OrderBy(changes => SeverityLevel.Rank(changes[0].Severity))
        .ThenBy(changes => changes[0].Name, StringComparer.OrdinalIgnoreCase)
        .ThenBy(changes => changes[0].Siren, StringComparer.Ordinal);
}
