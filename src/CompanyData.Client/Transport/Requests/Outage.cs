namespace CompanyData.Transport;

/// <summary>A time in which a service does not answer.</summary>
internal sealed class Outage(string service, string reason, TimeProvider time)
{
    private readonly TaskCompletionSource<bool> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _duration;

    public bool IsOver => _end.Task.IsCompleted;

    /// <summary>A request that was sent to see whether the service answers has failed as well.</summary>
    public bool IsConfirmed { get; set; }

    public void End()
    {
        _duration = time.GetElapsedTime(_started);
        _end.TrySetResult(true);
    }

    /// <summary>Waits so long, or until it is over.</summary>
    public async Task PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_end.Task, time.Pause(duration, stop.Token)).ConfigureAwait(false);
        stop.Cancel();
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Announce() => CallScope.Current.OnOutage?.Invoke(IsOver
        ? new(this, service, IsOver: true, $"{service} answers again, after {TimeSpan.FromSeconds(Math.Round(_duration.TotalSeconds))}.")
        : new(this, service, IsOver: false, $"{service} does not answer ({reason}). Its requests pause, and it is tried again every few seconds."));
}
