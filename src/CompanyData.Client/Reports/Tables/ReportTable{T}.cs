using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>A table of which each row tells of one thing.</summary>
/// <param name="name">Of the file.</param>
/// <param name="title">Of the sheet.</param>
/// <param name="columns">The header of each, and its value.</param>
internal abstract class ReportTable<T>(string name, Phrase title, params (Phrase Header, Func<T, ReportLanguage, object?> Value)[] columns) : ReportTable(name, title, columns.Select(column => column.Header))
{
    /// <summary>The first column of each table: invented data is never mistaken for real.</summary>
    protected static string Source(bool isSandbox) => isSandbox ? "SANDBOX" : "Qard";

    protected object?[] Row(T item, ReportLanguage language) => [.. columns.Select(column => column.Value(item, language))];

    protected static Phrase Field(string path) => FieldLabels.Of(path);
}
