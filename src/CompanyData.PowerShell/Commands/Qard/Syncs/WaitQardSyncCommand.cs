using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>
/// Waits until a user's synchronisation has ended. What failed becomes an error that says what to do; where anything was
/// collected, one result a user comes out.
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "QardSync", DefaultParameterSetName = "Sync")]
[OutputType(typeof(QardSyncResult))]
public sealed class WaitQardSyncCommand : QardPipelineCommand
{
    private QardSyncEvents? _events;

    /// <summary>A synchronisation that Start-QardSync has started; an older one is never taken for it.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A synchronisation that Start-QardSync has started.", ValueFromPipeline = true, ParameterSetName = "Sync")]
    [ValidateNotNull]
    public QardSync? Sync { get; set; }

    /// <summary>The user whose present synchronisation is waited for, whoever started it.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The user whose present synchronisation is waited for, whoever started it.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "User")]
    [Alias("Id")]
    [UserId]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public string? UserId { get; set; }

    /// <summary>The data types to wait for; without it, all that the user's connections collect.</summary>
    [Parameter(Position = 1, ParameterSetName = "User")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DataTypeCompleter))]
    public string[]? DataType { get; set; }

    /// <summary>How long to wait for each user: seconds, or a TimeSpan. The synchronisation goes on when time is up.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// A file to which a webhook receiver appends the events of Qard, one JSON object a line. An end is then known when it happens, and the
    /// service is polled for safety alone.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EventPath { get; set; }

    /// <summary>Waiting costs little, so many users are waited for side by side.</summary>
    protected override int DefaultThrottleLimit => 256;

    protected override object? Target => Sync?.UserId ?? UserId;

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _events = this.OpenEvents(EventPath, Session!.Client.Time, ErrorPrefix);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _events?.Dispose();
        }
    }

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        QardSync sync = Sync ?? QardSyncs.Current(UserId!, DataTypeNames.Normalize(DataType));
        SyncProgress progress = new(output);
        QardSyncResult result = await qard.Syncs.WaitAsync(sync, Timeout, _events, progress, cancellationToken).ConfigureAwait(false);
        foreach (QardSyncFailure failure in result.Failures)
        {
            ApiException exception = new(
                failure.RedirectUrl is null ? ApiErrorKind.SyncFailed : ApiErrorKind.ConsentRequired,
                "Qard",
                "collect the data",
                $"Qard: {failure.DataType} of user {sync.UserId} was not collected: {failure.Reason} ({failure.Status}).")
            {
                Subject = sync.UserId,
                Remedy = failure.Remedy,
            };
            await output.FailAsync(exception, ErrorPrefix, sync.UserId).ConfigureAwait(false);
        }

        await output.WriteAsync(result.Status == QardSyncResult.Failed ? null : result).ConfigureAwait(false);
    }

    private sealed class SyncProgress(CommandOutput output) : IProgress<QardSyncProgress>
    {
        public void Report(QardSyncProgress value) => output.Report($"{value.UserId}: {value.Done} of {value.Total}");
    }
}
