namespace CompanyData.Transport;

/// <summary>A period in which a service does not respond.</summary>
internal sealed class Outage(string service, string reason, TimeProvider time)
{
    private readonly TaskCompletionSource<bool> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _duration;

    public bool IsOver => _end.Task.IsCompleted;

    /// <summary>Whether a probe or a trial request has failed as well.</summary>
    public bool IsConfirmed { get; set; }

    public void End()
    {
        _duration = time.GetElapsedTime(_started);
        _end.TrySetResult(true);
    }

    /// <summary>Waits for <paramref name="duration"/> or until the outage is over.</summary>
    public async Task PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_end.Task, time.Pause(duration, stop.Token)).ConfigureAwait(false);
        stop.Cancel();
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Announce() => CallScope.Current.OnOutage?.Invoke(IsOver
        ? new(this, service, IsOver: true, $"{service} responds again after {TimeSpan.FromSeconds(Math.Round(_duration.TotalSeconds))}.")
        : new(this, service, IsOver: false, $"{service} does not respond ({reason}). Requests are paused; the service is checked every few seconds."));
}
