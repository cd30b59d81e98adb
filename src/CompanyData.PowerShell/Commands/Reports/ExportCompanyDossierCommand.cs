using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Pipeline;
using CompanyData.Reports;

namespace CompanyData.Commands.Reports;

/// <summary>Writes dossiers as pages that people read and print: one self-contained HTML file each, and an index of several.</summary>
[Cmdlet(VerbsData.Export, "CompanyDossier", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportCompanyDossierCommand : PSCmdlet
{
    private const string ErrorPrefix = "CompanyDossier";

    private static readonly ReviewOptions Options = new();

    /// <summary>By file name, so that a company that came twice is listed once.</summary>
    private readonly Dictionary<string, DossierLine> _lines = new(StringComparer.OrdinalIgnoreCase);

    private SaveTarget _target = SaveTarget.None;
    private bool _isFile;

    /// <summary>A dossier of Invoke-QardCollection.</summary>
    [Parameter(Mandatory = true, HelpMessage = "What Invoke-QardCollection emits.", Position = 1, ValueFromPipeline = true)]
    [Dossier]
    public CompanyDossier? Dossier { get; set; }

    /// <summary>A folder, made where there is none, for a page a company and their index; or a file, for one company.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A folder for a page a company, or one .html file.", Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Replaces files that are there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits the files that were written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void BeginProcessing()
    {
        try
        {
            _target = SaveTarget.Resolve(this, Path);
            _isFile = !Directory.Exists(_target.Path) && System.IO.Path.GetExtension(_target.Path).ToUpperInvariant() is ".HTML" or ".HTM";
            if (!_isFile && !Directory.Exists(_target.Path) && FilePath.LooksLikeFile(_target.Path))
            {
                throw new ArgumentException($"'{Path}' looks like a file, and dossiers are pages of HTML. Give a name that ends in .html, or a folder; make the folder first where that is its name.");
            }
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, ErrorPrefix, Path));
        }
    }

    protected override void ProcessRecord()
    {
        CompanyDossier dossier = Dossier!;
        string name = DossierReport.NameOf(dossier);
        if (_isFile && _lines.Count > 0 && !_lines.ContainsKey(name))
        {
            ArgumentException exception = new($"'{_target.Path}' takes one dossier, and {dossier.Siren} is another. Give a folder.");
            WriteError(ErrorRecords.InvalidInput(exception, ErrorPrefix, dossier.Siren));
        }
        else if (Save($"Write the dossier of {dossier.Name ?? "the company"} ({dossier.Siren})", name, dossier.Siren, () => DossierReport.Page(dossier, Options)))
        {
            _lines[name] = new DossierLine(dossier, name, Options);
        }
    }

    protected override void EndProcessing()
    {
        if (_lines.Count > 1)
        {
            Save($"Write the index of {_lines.Count} dossiers", DossierReport.IndexName, Path, () => DossierReport.Index(_lines.Values, Options));
        }
    }

    private bool Save(string what, string name, object target, Func<string> page)
    {
        string path = _isFile ? _target.Path : System.IO.Path.Combine(_target.Path, name);
        string change = $"{what} to '{path}'";
        if (!ShouldProcess(change, $"{change}?", "Export-CompanyDossier"))
        {
            return false;
        }

        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            FileInfo file = SaveTarget.WriteAsync(path, Force, () => DossierReport.SaveAsync(page(), path, Force)).GetAwaiter().GetResult();
            if (PassThru)
            {
                WriteObject(file);
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.From(exception, ErrorPrefix, target));
            return false;
        }
    }
}
