namespace CompanyData.Transport;

/// <summary>An operation that this session has started, so that how long it has run is known.</summary>
/// <param name="typical">What is known of its kind.</param>
/// <param name="startedAt">When it was started (a timestamp).</param>
/// <param name="measure">How long it took at most according to the service, once it has ended; null where the service does not say.</param>
internal sealed class StartedOperation(TypicalDuration typical, long startedAt, Func<TimeSpan?> measure)
{
    public TypicalDuration Typical => typical;

    public long StartedAt => startedAt;

    /// <summary>How long it took; null while it runs.</summary>
    public DurationRange? Took { get; private set; }

    /// <summary>The wait ends before the operation does.</summary>
    public bool IsAbandoned { get; set; }

    /// <param name="polled">Between which polls it has ended.</param>
    public void End(DurationRange polled)
    {
        if (IsAbandoned)
        {
            return;
        }

        Took = measure() is { } measured && measured > polled.MoreThan && measured < polled.AtMost ? polled with { AtMost = measured } : polled;
        typical.Observe(Took);
    }
}
