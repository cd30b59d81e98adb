namespace CompanyData.Simulation;

/// <summary>
/// One process of a world. It can die at any of its moments: when it sends a request or gets the response, when it writes, flushes or
/// when a timer wakes it. What it holds in memory is gone then, and nothing it does any more has an effect.
/// </summary>
/// <param name="number">From 1.</param>
/// <param name="clock">The world's clock.</param>
/// <param name="end">How it ends before its work is done; null where it does not.</param>
internal sealed class SimulatedProcess(int number, WorldClock clock, PlannedEnd? end)
{
    private Action? _interrupt;
    private ProcessClock? _time;
    private int _moments;

    public int Number => number;

    public bool IsDead { get; private set; }

    /// <summary>The file that it was writing to or flushing when it died.</summary>
    public string? DiedWriting { get; private set; }

    /// <summary>How many bytes of that file it had written and not flushed.</summary>
    public int BytesInFlight { get; private set; }

    /// <summary>A person has stopped it or closed its session; it ends by itself.</summary>
    public bool IsInterrupted { get; private set; }

    public PlannedEnd? End => end;

    public TimeProvider Time => _time ??= new ProcessClock(clock, this);

    /// <summary>What a person does where the plan says so.</summary>
    public void OnInterrupt(Action interrupt) => _interrupt = interrupt;

    /// <summary>Another moment has come, while a file was written.</summary>
    /// <returns>False where the process does not survive it, or is dead already.</returns>
    public bool Survives(string path, int bytesInFlight)
    {
        bool wasDead = IsDead;
        bool survives = Survives();
        if (!survives && !wasDead)
        {
            (DiedWriting, BytesInFlight) = (path, bytesInFlight);
        }

        return survives;
    }

    /// <summary>Another moment has come.</summary>
    /// <returns>False where the process does not survive it, or is dead already.</returns>
    public bool Survives()
    {
        if (IsDead || ++_moments != end?.Moment)
        {
            return !IsDead;
        }

        if (end.How is EndKind.Kill or EndKind.PowerCut)
        {
            IsDead = true;
            return false;
        }

        // A person is another thread: it never interrupts in the middle of a call, but right after.
        IsInterrupted = true;
        clock.CreateTimer(owner: null, _ => _interrupt!(), null, TimeSpan.Zero);
        return true;
    }
}
