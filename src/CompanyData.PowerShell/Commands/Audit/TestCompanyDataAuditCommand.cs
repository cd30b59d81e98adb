using System.Management.Automation;
using CompanyData.Audit;

namespace CompanyData.Commands.Audit;

/// <summary>
/// Finds lines of an audit log that were changed, removed, added or moved, and files of a manifest that were changed, removed or added. Emits one
/// object per problem, and nothing if everything is intact.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "CompanyDataAudit", DefaultParameterSetName = "Path")]
[OutputType(typeof(AuditProblem), typeof(bool))]
public sealed class TestCompanyDataAuditCommand : PSCmdlet
{
    private readonly List<string> _logs = [];
    private bool _isSound = true;

    /// <summary>All files of one log, including rotated ones; or manifests of Export-CompanyDossier.</summary>
    [Parameter(Mandatory = true, HelpMessage = "All files of one log, or manifests.", Position = 0, ValueFromPipeline = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Like -Path, but without wildcards.</summary>
    [Parameter(Mandatory = true, HelpMessage = "All files of one log, or manifests.", ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Emits only true or false: whether everything is intact.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    protected override void BeginProcessing() => NullArguments.Reject(this, "CompanyData");

    protected override void ProcessRecord()
    {
        foreach (string file in FilePath.ResolveEach(this, LiteralPath, Path, "CompanyDataAudit", "CompanyDataAuditNotFound"))
        {
            if (System.IO.Path.GetFileName(file) == FileManifest.FileName)
            {
                Check(file, () => FileManifest.Check(file));
            }
            else
            {
                _logs.Add(file);
            }
        }
    }

    protected override void EndProcessing()
    {
        if (_logs.Count > 0)
        {
            Check(_logs[0], () => AuditLog.Check(_logs));
        }

        if (Quiet)
        {
            WriteObject(_isSound);
        }
    }

    private void Check(string target, Func<IEnumerable<AuditProblem>> check)
    {
        try
        {
            foreach (AuditProblem problem in check())
            {
                _isSound = false;
                if (!Quiet)
                {
                    WriteObject(problem);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _isSound = false;
            WriteError(ErrorRecords.From(exception, "CompanyDataAudit", target));
        }
    }
}
