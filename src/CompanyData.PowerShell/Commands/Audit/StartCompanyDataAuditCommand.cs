using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Sessions;

namespace CompanyData.Commands.Audit;

/// <summary>
/// Writes down every call to a service that this process makes from here on, in every session and runspace: one line of JSON each, with
/// when, who, which service, operation and subject, how it went, attempts and duration; no secret and no body. A call that cannot be
/// written down is an error, and no further one is sent until it can.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "CompanyDataAudit", SupportsShouldProcess = true)]
[OutputType(typeof(CompanyDataAudit))]
public sealed class StartCompanyDataAuditCommand : PSCmdlet
{
    /// <summary>The file; lines are added to one that is there. A new one can be read by its owner alone, where the system knows owners.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The file that a line is added to for each call, such as audit.jsonl.")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>
    /// The size from which on a file is put aside, under a name with the number of its last line, such as <c>audit.000012345.jsonl</c>; the
    /// log continues in a new file. Without it, one file grows.
    /// </summary>
    [Parameter]
    [ValidateRange(1024, long.MaxValue)]
    public long MaximumSize { get; set; }

    /// <summary>Emits what is being written.</summary>
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

        if (!ShouldProcess($"Write every call down in '{path}'", $"Write every call down in '{path}'?", "Confirm"))
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
                exception, "CompanyDataAuditRunning", ErrorCategory.ResourceBusy, path, "End it first, with Stop-CompanyDataAudit."));
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
