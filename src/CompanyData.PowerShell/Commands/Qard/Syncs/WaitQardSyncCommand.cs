using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>
/// Waits until a user's synchronisation has ended. Each failure becomes an error with a remedy; if anything was
/// collected, emits one result per user.
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "QardSync", DefaultParameterSetName = "Sync")]
[OutputType(typeof(QardSyncResult))]
public sealed class WaitQardSyncCommand : QardPipelineCommand
{
    private QardSyncEvents? _events;

    /// <summary>A synchronisation started by Start-QardSync; older ones are ignored.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A synchronisation that Start-QardSync has started.", ValueFromPipeline = true, ParameterSetName = "Sync")]
    [ValidateNotNull]
    public QardSync? Sync { get; set; }

    /// <summary>The user whose current synchronisation to wait for, also if another process started it.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The user whose current synchronisation to wait for.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "User")]
    [Alias("Id")]
    [UserId]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public string? UserId { get; set; }

    /// <summary>The data types to wait for; by default all data types of the user's connections.</summary>
    [Parameter(Position = 1, ParameterSetName = "User")]
    [ValidateNotNullOrEmpty]
    [DataTypes]
    [ArgumentCompleter(typeof(DataTypeCompleter))]
    public string[]? DataType { get; set; }

    /// <summary>Maximum time to wait per user, in seconds or as a TimeSpan. The synchronisation continues after the time-out.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// A file to which a webhook receiver appends Qard's events, one JSON object per line. Completion is then detected immediately, and the
    /// service is polled only as a fallback.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EventPath { get; set; }

    /// <summary>Waiting is cheap, so many users are waited for concurrently.</summary>
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
