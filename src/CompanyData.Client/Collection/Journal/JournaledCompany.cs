namespace CompanyData.Collection;

/// <summary>What a journal knows of one company.</summary>
public sealed class JournaledCompany
{
    internal JournaledCompany(string siren, string path)
    {
        Siren = siren;
        Path = path;
    }

    public string Siren { get; }

    public JournalState State { get; private set; } = JournalState.UnderWay;

    /// <summary>Where a company that is under way stands: at <c>create</c>, <c>user</c>, <c>connection</c> or <c>sync</c>.</summary>
    public string? Step { get; private set; }

    /// <summary>When that was, in local time.</summary>
    public DateTime Since { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>What went wrong at the last attempt that ended; null where it was complete.</summary>
    public string? LastError { get; private set; }

    public string? UserId { get; private set; }

    public string? ConnectionId { get; private set; }

    /// <summary>The share that the run took, such as <c>3/16</c>; null where it took everything.</summary>
    public string? Shard { get; private set; }

    /// <summary>The journal.</summary>
    public string Path { get; }

    /// <summary>When a user was about to be created, in UTC; null where none was, or where it is known since.</summary>
    internal DateTime? CreateAskedAt { get; private set; }

    /// <summary>What there was before the synchronisation that can still be joined.</summary>
    internal IReadOnlyCollection<string>? SyncBefore { get; private set; }

    public override string ToString() => $"{Siren} {State}";

    internal void Apply(JournalLine line, string? shard)
    {
        Since = line.At.ToLocalTime();
        Step = line.Step;
        State = JournalState.UnderWay;
        Attempts = Math.Max(Attempts, line.Attempt ?? 1);
        Shard = shard;
        switch (line.Step)
        {
            case JournalStep.Create:
                CreateAskedAt = line.At;
                break;
            case JournalStep.User:
                // What was synchronised for a user that is gone is nothing to join.
                SyncBefore = UserId == line.User ? SyncBefore : null;
                UserId = line.User;
                CreateAskedAt = null;
                break;
            case JournalStep.Connection:
                ConnectionId = line.Connection;
                break;
            case JournalStep.Sync:
                SyncBefore = line.Before;
                break;
            case JournalStep.Outcome:
                End(line);
                break;
        }
    }

    private void End(JournalLine line)
    {
        Step = null;
        State = Enum.TryParse(line.Outcome, out JournalState state) ? state : JournalState.UnderWay;
        LastError = line.Failures is { Count: > 0 } failures ? string.Join("; ", failures) : null;
        if (line.Resync == true || State == JournalState.Complete)
        {
            SyncBefore = null;
        }
    }
}
