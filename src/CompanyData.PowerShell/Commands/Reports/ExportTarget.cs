using System.Management.Automation;
using CompanyData.Reports;

namespace CompanyData.Commands.Reports;

/// <summary>Target and format of an export.</summary>
internal sealed class ExportTarget
{
    public const string Html = nameof(Html);
    public const string Json = nameof(Json);
    public const string Xlsx = nameof(Xlsx);
    public const string Csv = nameof(Csv);

    public static readonly ExportTarget None = new(string.Empty, Html, isFile: false, isSingle: false);

    private static readonly Dictionary<string, string> Formats = new(StringComparer.OrdinalIgnoreCase) { [".html"] = Html, [".htm"] = Html, [".json"] = Json, [".xlsx"] = Xlsx, [".csv"] = Csv };

    private readonly bool _isFile;
    private readonly bool _isSingle;

    private ExportTarget(string path, string format, bool isFile, bool isSingle)
    {
        Path = path;
        Format = format;
        _isFile = isFile;
        _isSingle = isSingle;
    }

    public string Path { get; }

    public string Format { get; }

    /// <summary>Whether the target can contain only one dossier.</summary>
    public bool IsOneDossier => _isFile && !_isSingle && Format != Xlsx;

    public string Folder => _isFile ? System.IO.Path.GetDirectoryName(Path)! : Path;

    /// <param name="cmdlet">The command.</param>
    /// <param name="path">The path as given.</param>
    /// <param name="format">The format as given; null to derive it from the path.</param>
    /// <param name="isSingle">Whether all dossiers go into one page.</param>
    /// <exception cref="ArgumentException">Path and format do not match.</exception>
    public static ExportTarget Resolve(PSCmdlet cmdlet, string path, string? format, bool isSingle)
    {
        string full = SaveTarget.Resolve(cmdlet, path).Path;
        bool isFolder = Directory.Exists(full);
        string? ofName = !isFolder && Formats.TryGetValue(System.IO.Path.GetExtension(full), out string? known) ? known : null;
        string chosen = Formats.Values.FirstOrDefault(name => string.Equals(name, format, StringComparison.OrdinalIgnoreCase)) ?? ofName ?? Html;
        if (ofName != chosen && !isFolder && FilePath.HasFileExtension(full))
        {
            string ending = Formats.First(pair => pair.Value == chosen).Key;
            string what = chosen switch { Json => "JSON", Xlsx => "a workbook", Csv => "CSV", _ => "pages of HTML" };
            throw new ArgumentException($"'{path}' looks like a file, but dossiers are exported as {what}. Give a {(chosen == Csv ? string.Empty : $"name that ends in {ending}, or a ")}folder; make the folder first where that is its name.");
        }

        if (ofName == Csv)
        {
            throw new ArgumentException($"'{path}' is one file, and CSV is five: companies, persons, findings, changes and sources. Give a folder.");
        }

        return isSingle && chosen != Html
            ? throw new ArgumentException($"-SingleFile is only for HTML, but the format is {chosen}. Omit it, or give -Format Html.")
            : new(full, chosen, ofName == chosen, isSingle);
    }

    /// <param name="options">Of the reports.</param>
    /// <param name="allowFormula">Whether CSV keeps what looks like a formula as it is.</param>
    public DossierExport CreateExport(ReportOptions options, bool allowFormula)
        => Format == Json ? new JsonExport()
            : Format is Xlsx or Csv ? new TableExport(options, Format == Xlsx, allowFormula)
            : _isSingle ? new PortfolioExport(options)
            : new PageExport(options, isAlone: _isFile);

    /// <summary>Returns the path of a file of the export.</summary>
    public string PathOf(string name) => _isFile ? Path : System.IO.Path.Combine(Path, name);
}
