using CompanyData.Collection;
using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>A table of an export: a sheet of the workbook, or a file of its own.</summary>
/// <param name="name">Of the file.</param>
/// <param name="title">Of the sheet.</param>
/// <param name="headers">Of the columns.</param>
internal abstract class ReportTable(string name, Phrase title, IEnumerable<Phrase> headers)
{
    public static readonly IReadOnlyList<ReportTable> All = [new CompaniesTable(), new PersonsTable(), new FindingsTable(), new ChangesTable(), new SourcesTable()];

    public string Name => name;

    public Phrase Title => title;

    public IReadOnlyList<Phrase> Headers { get; } = [.. headers];

    /// <summary>The rows of a dossier with its findings; a cell is text, a number, a flag, a date or null.</summary>
    public virtual IEnumerable<object?[]> Rows(CompanyDossier dossier, IReadOnlyList<DossierFinding> findings, ReportOptions options) => [];

    /// <summary>The rows that come from no dossier.</summary>
    public virtual IEnumerable<object?[]> Rows(ReportOptions options) => [];
}
