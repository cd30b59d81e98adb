using System.Management.Automation;
using CompanyData.Audit;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Reports;

namespace CompanyData.Commands.Reports;

/// <summary>
/// Exports dossiers as HTML pages to read and print (one self-contained file each with an index, or all in one file); as JSON,
/// which Import-CompanyDossier reads without loss; or as tables, in a workbook or in CSV files.
/// </summary>
[Cmdlet(VerbsData.Export, "CompanyDossier", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportCompanyDossierCommand : PSCmdlet, IDisposable
{
    private const string ErrorPrefix = "CompanyDossier";

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();

    /// <summary>Names of the files for the manifest.</summary>
    private readonly List<string> _written = [];

    private ExportTarget _target = ExportTarget.None;
    private DossierExport? _export;
    private string? _siren;
    private bool _hasSaved;

    /// <summary>A dossier of Invoke-QardCollection, Get-CompanyDossier or Import-CompanyDossier.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Dossiers from Invoke-QardCollection, Get-CompanyDossier or Import-CompanyDossier.", Position = 1, ValueFromPipeline = true)]
    [Dossier(IsSingle = true)]
    public CompanyDossier? Dossier { get; set; }

    /// <summary>A folder, created if necessary, for one file per company and an index; or a file.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A folder, or one .html, .json or .xlsx file.", Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>
    /// <c>Html</c> for pages; <c>Json</c> for files named by siren and collection date, as in a store; <c>Xlsx</c> for one workbook; or <c>Csv</c>
    /// for the tables of the workbook as files. The default depends on the file name; for a folder it is Html.
    /// </summary>
    [Parameter]
    [ValidateSet(ExportTarget.Html, ExportTarget.Json, ExportTarget.Xlsx, ExportTarget.Csv)]
    public string? Format { get; set; }

    /// <summary>Creates a single page with an index and all dossiers.</summary>
    [Parameter]
    public SwitchParameter SingleFile { get; set; }

    /// <summary>For Csv: keeps text that a spreadsheet would interpret as a formula unchanged, for programs. By default an apostrophe is added in front.</summary>
    [Parameter]
    public SwitchParameter AllowFormula { get; set; }

    /// <summary>Changes from Compare-CompanyDossier: shown on the page of each company and on a page of all changes.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    public DossierChange[]? Change { get; set; }

    /// <summary>A title instead of "Company dossier".</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>Who made the report.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PreparedBy { get; set; }

    /// <summary>Who reviewed it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReviewedBy { get; set; }

    /// <summary>The language of labels, findings and dates.</summary>
    [Parameter]
    [ValidateSet("en", "fr")]
    public string Language { get; set; } = "en";

    /// <summary>Percentage of capital or votes above which an owner controls the company.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public decimal OwnershipThreshold { get; set; } = ReviewOptions.LegalThreshold;

    /// <summary>Age in days from which a dossier is stale.</summary>
    [Parameter]
    [ValidateRange(1, 36500)]
    public int MaxAgeDays { get; set; } = 365;

    /// <summary>Days before its end from which an expiring consent is reported.</summary>
    [Parameter]
    [ValidateRange(0, 3650)]
    public int ConsentNoticeDays { get; set; } = 30;

    /// <summary>Replaces existing files.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Adds the SHA-256 of each written file to <c>manifest.sha256</c> in the folder, so that Test-CompanyDataAudit and
    /// <c>sha256sum --check</c> find files that are changed, removed or added later.
    /// </summary>
    [Parameter]
    public SwitchParameter Manifest { get; set; }

    /// <summary>Emits the written files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void BeginProcessing()
    {
        NullArguments.Reject(this, "CompanyData");
        try
        {
            _target = ExportTarget.Resolve(this, Path, Format, SingleFile);
            ReportOptions options = new()
            {
                Title = Title,
                PreparedBy = PreparedBy,
                ReviewedBy = ReviewedBy,
                Language = Language,
                OwnershipThreshold = OwnershipThreshold,
                MaxAge = TimeSpan.FromDays(MaxAgeDays),
                ConsentNotice = TimeSpan.FromDays(ConsentNoticeDays),
                Changes = MyInvocation.BoundParameters.ContainsKey(nameof(Change)) ? [.. (Change ?? []).Where(change => change is not null)] : null,
            };
            _export = _target.CreateExport(options, AllowFormula);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, ErrorPrefix, Path));
        }
    }

    protected override void ProcessRecord()
    {
        CompanyDossier dossier = Dossier!;
        if (_target.IsOneDossier && _siren is not null && _siren != dossier.Siren)
        {
            ArgumentException exception = new($"'{_target.Path}' can contain only one dossier, but {dossier.Siren} is a second one. Give a folder{(_target.Format == ExportTarget.Html ? " or -SingleFile" : string.Empty)}.");
            WriteError(ErrorRecords.InvalidInput(exception, ErrorPrefix, dossier.Siren));
            return;
        }

        foreach (ReportFile file in Run(() => _export!.Add(dossier)))
        {
            if (Save(file, dossier.Siren))
            {
                _siren = dossier.Siren;
            }
        }
    }

    protected override void EndProcessing()
    {
        foreach (ReportFile file in Run(() => _export!.Complete()))
        {
            Save(file, Path);
        }

        if (_written.Count > 0)
        {
            WriteManifest();
        }
    }

    protected override void StopProcessing() => _stop.Cancel();

    public void Dispose()
    {
        _export?.Dispose();
        _stop.Dispose();
    }

    /// <summary>Runs off the pipeline thread, so that Ctrl+C works while a large file is created. Files are written atomically.</summary>
    private T Run<T>(Func<T> work)
    {
        Task<T> running = Task.Run(work);
        try
        {
            Task.WaitAny([running], _stop.Token);
        }
        catch (OperationCanceledException)
        {
            // It has been told to stop, and removes what it has begun to write before this process may end.
            _ = Task.WaitAny([running], Grace);
            throw new PipelineStoppedException();
        }

        return running.GetAwaiter().GetResult();
    }

    private void WriteManifest()
    {
        try
        {
            FileManifest.UpdateAsync(_target.Folder, _written).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.From(exception, ErrorPrefix, _target.Folder));
        }
    }

    private bool Save(ReportFile file, object target)
    {
        string path = _target.PathOf(file.Name);
        string change = $"{file.Description} to '{path}'";
        if (!ShouldProcess(change, $"{change}?", "Export-CompanyDossier"))
        {
            return false;
        }

        try
        {
            Directory.CreateDirectory(_target.Folder);
            if (!_hasSaved)
            {
                _hasSaved = true;
                SaveTarget.RemoveStale(_target.Folder);
            }

            FileInfo written = Run(() => SaveTarget.WriteAsync(path, Force, () => file.SaveAsync(path, Force, _stop.Token)).GetAwaiter().GetResult());
            if (Manifest)
            {
                _written.Add(written.Name);
            }

            if (PassThru)
            {
                WriteObject(written);
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
