using System.Management.Automation;
using CompanyData.Audit;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Pipeline;
using CompanyData.Reports;

namespace CompanyData.Commands.Reports;

/// <summary>
/// Writes dossiers as pages that people read and print, one self-contained HTML file each and an index of several; or as JSON, from which
/// Import-CompanyDossier makes the same dossiers again.
/// </summary>
[Cmdlet(VerbsData.Export, "CompanyDossier", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportCompanyDossierCommand : PSCmdlet, IDisposable
{
    private const string ErrorPrefix = "CompanyDossier";
    private const string Html = "Html";
    private const string Json = "Json";

    private static readonly ReviewOptions Options = new();

    /// <summary>By file name, so that a company that came twice is listed once.</summary>
    private readonly Dictionary<string, DossierLine> _lines = new(StringComparer.OrdinalIgnoreCase);

    private readonly CancellationTokenSource _stop = new();

    /// <summary>The names of the files that the manifest gets.</summary>
    private readonly List<string> _written = [];

    private SaveTarget _target = SaveTarget.None;
    private bool _isFile;

    /// <summary>A dossier of Invoke-QardCollection, Get-CompanyDossier or Import-CompanyDossier.</summary>
    [Parameter(Mandatory = true, HelpMessage = "What Invoke-QardCollection, Get-CompanyDossier or Import-CompanyDossier emits.", Position = 1, ValueFromPipeline = true)]
    [Dossier]
    public CompanyDossier? Dossier { get; set; }

    /// <summary>A folder, made where there is none, for a file a company and, of pages, their index; or a file, for one company.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A folder for a file a company, or one .html or .json file.", Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>
    /// <c>Html</c>, a page; or <c>Json</c>, a file named by siren and date of collection, as in a store. By default the name of the file
    /// decides, and in a folder it is Html.
    /// </summary>
    [Parameter]
    [ValidateSet(Html, Json)]
    public string? Format { get; set; }

    /// <summary>Replaces files that are there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Enters the SHA-256 of each file that is written into <c>manifest.sha256</c> in the folder, so that Test-CompanyDataAudit and
    /// <c>sha256sum --check</c> find whatever is changed, removed or added afterwards.
    /// </summary>
    [Parameter]
    public SwitchParameter Manifest { get; set; }

    /// <summary>Emits the files that were written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void BeginProcessing()
    {
        try
        {
            _target = SaveTarget.Resolve(this, Path);
            string extension = Directory.Exists(_target.Path) ? string.Empty : System.IO.Path.GetExtension(_target.Path).ToUpperInvariant();
            Format ??= extension == ".JSON" ? Json : Html;
            _isFile = IsJson ? extension is ".JSON" : extension is ".HTML" or ".HTM";
            if (!_isFile && !Directory.Exists(_target.Path) && FilePath.LooksLikeFile(_target.Path))
            {
                throw new ArgumentException($"'{Path}' looks like a file, and dossiers are {(IsJson ? "JSON" : "pages of HTML")}. Give a name that ends in {(IsJson ? ".json" : ".html")}, or a folder; make the folder first where that is its name.");
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
        string name = IsJson ? DossierFile.NameOf(dossier) : DossierReport.NameOf(dossier);
        if (_isFile && _lines.Count > 0 && !_lines.ContainsKey(name))
        {
            ArgumentException exception = new($"'{_target.Path}' takes one dossier, and {dossier.Siren} is another. Give a folder.");
            WriteError(ErrorRecords.InvalidInput(exception, ErrorPrefix, dossier.Siren));
        }
        else if (Save($"Write the dossier of {dossier.Name ?? "the company"} ({dossier.Siren})", name, dossier.Siren, path => SaveAsync(dossier, path)))
        {
            // Without an index only the name counts, so that a million dossiers take no memory.
            if (!IsJson || _isFile)
            {
                _lines[name] = new DossierLine(dossier, name, Options);
            }
        }
    }

    protected override void EndProcessing()
    {
        if (_lines.Count > 1)
        {
            Save(
                $"Write the index of {_lines.Count} dossiers", DossierReport.IndexName, Path, path => DossierReport.SaveAsync(DossierReport.Index(_lines.Values, Options), path, Force));
        }

        if (_written.Count > 0)
        {
            WriteManifest();
        }
    }

    protected override void StopProcessing() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    private bool IsJson => string.Equals(Format, Json, StringComparison.OrdinalIgnoreCase);

    private Task SaveAsync(CompanyDossier dossier, string path) => IsJson
        ? DossierFile.SaveAsync(dossier, path, Force)
        : DossierReport.SaveAsync(DossierReport.Page(dossier, Options), path, Force);

    /// <summary>Works off the pipeline thread, so that Ctrl+C ends the command while a large page is made; a file is there whole or not at all.</summary>
    private Task RunAsync(Func<Task> save)
    {
        Task work = Task.Run(save);
        try
        {
            Task.WaitAny([work], _stop.Token);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }

        return work;
    }

    private void WriteManifest()
    {
        string folder = _isFile ? System.IO.Path.GetDirectoryName(_target.Path)! : _target.Path;
        try
        {
            FileManifest.UpdateAsync(folder, _written).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.From(exception, ErrorPrefix, folder));
        }
    }

    private bool Save(string what, string name, object target, Func<string, Task> save)
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
            FileInfo file = SaveTarget.WriteAsync(path, Force, () => RunAsync(() => save(path))).GetAwaiter().GetResult();
            if (Manifest)
            {
                _written.Add(file.Name);
            }

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
