using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Sessions;

namespace CompanyData.Commands.Audit;

/// <summary>
/// Records all further calls of this process to services, in all sessions and runspaces: one line of JSON per call, with
/// time, user, service, operation, subject, outcome, attempts and duration, without secrets and bodies. A call that cannot be
/// recorded is an error, and no further call is sent until it can be.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "CompanyDataAudit", SupportsShouldProcess = true)]
[OutputType(typeof(CompanyDataAudit))]
public sealed class StartCompanyDataAuditCommand : PSCmdlet
{
    /// <summary>The log file; lines are appended to an existing file. On Unix, only the owner can read a new file.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The log file, such as audit.jsonl.")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>
    /// Size from which the file is rotated: renamed to include the number of its last line, such as <c>audit.000012345.jsonl</c>, so that the
    /// log continues in a new file. By default the file grows without limit.
    /// </summary>
    [Parameter]
    [ValidateRange(1024, long.MaxValue)]
    public long MaximumSize { get; set; }

    /// <summary>Emits the running audit log.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void BeginProcessing() => NullArguments.Reject(this, "CompanyData");

    protected override void EndProcessing()
    {
        string path = string.Empty;
        try
        {
            path = FilePath.Resolve(this, Path!);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, "CompanyDataAudit", Path));
        }

        if (!ShouldProcess($"Record every call in '{path}'", $"Record every call in '{path}'?", "Confirm"))
        {
            return;
        }

        try
        {
            ProcessAudit.Trail.Start(path, MaximumSize > 0 ? MaximumSize : null);
        }
        catch (InvalidOperationException exception)
        {
            ThrowTerminatingError(ErrorRecords.Create(
                exception, "CompanyDataAuditRunning", ErrorCategory.ResourceBusy, path, "Stop the audit first with Stop-CompanyDataAudit."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.From(exception, "CompanyDataAudit", path));
        }

        if (PassThru)
        {
            WriteObject(new CompanyDataAudit(ProcessAudit.Trail));
        }
    }
}
