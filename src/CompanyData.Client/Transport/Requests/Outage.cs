namespace CompanyData.Transport;

/// <summary>A time in which a service does not answer.</summary>
#pragma warning disable CA1001 // A source without a timer holds nothing that needs disposing.
internal sealed class Outage(string service, string reason, TimeProvider time)
{
    private readonly CancellationTokenSource _end = new();
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _duration;
    private volatile bool _isOver;

    public bool IsOver => _isOver;

    /// <summary>A request that was sent to see whether the service answers has failed as well.</summary>
    public bool IsConfirmed { get; set; }

    public void End()
    {
        _duration = time.GetElapsedTime(_started);
        _isOver = true;
        _end.Cancel();
    }

    /// <summary>Waits so long, or until it is over.</summary>
    public async Task PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, cancellationToken);
        try
        {
            await time.Pause(duration, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (IsOver && !cancellationToken.IsCancellationRequested)
        {
            // Over before its time.
        }
    }

    public void Announce() => CallScope.Current.OnOutage?.Invoke(IsOver
        ? new(this, service, IsOver: true, $"{service} answers again, after {TimeSpan.FromSeconds(Math.Round(_duration.TotalSeconds))}.")
        : new(this, service, IsOver: false, $"{service} does not answer ({reason}). Its requests pause, and it is tried again every few seconds."));
}
