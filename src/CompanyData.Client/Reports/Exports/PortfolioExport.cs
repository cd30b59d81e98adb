using System.Globalization;
using System.Text;
using CompanyData.Collection;
using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>Exports a whole portfolio as one page: the index, then the dossiers, each of which starts on a new sheet when printed.</summary>
public sealed class PortfolioExport(ReportOptions options) : DossierExport
{
    private const int BufferSize = 81920;

    private readonly TemporaryFile _dossiers = new();
    private readonly List<DossierLine> _lines = [];
    private readonly StringBuilder _print = new();

    public override string? SingleName => "dossiers.html";

    public override IEnumerable<ReportFile> Add(CompanyDossier dossier)
    {
        string name = $"d{(_lines.Count + 1).ToString(CultureInfo.InvariantCulture)}";
        IReadOnlyList<DossierFinding> findings = DossierFindings.Find(dossier, options);
        DossierPage page = new(dossier, findings, options);
        byte[] html = Encoding.UTF8.GetBytes(Html.Write(page.Embedded(name)));
        _dossiers.Stream.Write(html, 0, html.Length);
        _print.Append(page.Print(name));
        _lines.Add(new DossierLine(dossier, $"#{name}", findings, options));
        return [];
    }

    public override IEnumerable<ReportFile> Complete() => _lines.Count == 0 ? [] : [new(SingleName!, $"Write {_lines.Count} dossiers", SaveAsync)];

    protected override void Dispose(bool disposing)
    {
        _dossiers.Dispose();
        base.Dispose(disposing);
    }

    private Task SaveAsync(string path, bool overwrite, CancellationToken cancellationToken)
    {
        (string before, string after) = PortfolioPage.Write(_lines, _print.ToString(), options);
        return PrivateFile.SaveAsync(
            path,
            overwrite,
            async file =>
            {
                await WriteAsync(file, before).ConfigureAwait(false);
                _dossiers.Stream.Position = 0;
                await _dossiers.Stream.CopyToAsync(file, BufferSize, cancellationToken).ConfigureAwait(false);
                await WriteAsync(file, after).ConfigureAwait(false);
            },
            cancellationToken);
    }

    private static Task WriteAsync(FileStream file, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return file.WriteAsync(bytes, 0, bytes.Length);
    }
}
