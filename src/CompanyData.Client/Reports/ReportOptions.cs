using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>What a report says beyond the data: the limits and the language of the review, who made it, and what has changed.</summary>
public sealed class ReportOptions : ReviewOptions
{
    /// <summary>Of the report; by default it is called what it is.</summary>
    public string? Title { get; init; }

    public string? PreparedBy { get; init; }

    public string? ReviewedBy { get; init; }

    /// <summary>Since an earlier collection, of any companies; null where nothing was compared.</summary>
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
