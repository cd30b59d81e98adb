namespace CompanyData.Collection;

/// <summary>What a journal knows of one company.</summary>
public sealed class JournaledCompany
{
    private const string SyncTimeout = "QardWaitTimeout";

    internal JournaledCompany(string siren, string path)
    {
        Siren = siren;
        Path = path;
    }

    public string Siren { get; }

    public string State { get; private set; } = JournalState.UnderWay;

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

    /// <summary>The company has no other user and no other connection than these.</summary>
    internal bool HasNoOther { get; private set; }

    /// <summary>A user was about to be created, and nothing later says which it is.</summary>
    internal bool IsCreating { get; private set; }

    /// <summary>What there was before the synchronisation that can still be joined.</summary>
    internal IReadOnlyCollection<string>? SyncBefore { get; private set; }

    /// <summary>The last wait for that synchronisation ran out of time: it may be dead, though it looks as if it still ran.</summary>
    internal bool SyncTimedOut { get; private set; }

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
                IsCreating = true;
                break;
            case JournalStep.User:
                // What was synchronised for a user that is gone is nothing to join.
                SyncBefore = UserId == line.User ? SyncBefore : null;
                HasNoOther &= UserId == line.User;
                UserId = line.User;
                IsCreating = false;
                break;
            case JournalStep.Connection:
                ConnectionId = line.Connection;
                HasNoOther = line.Only == true;
                break;
            case JournalStep.Sync:
                SyncBefore = line.Before;
                SyncTimedOut = false;
                break;
            case JournalStep.Outcome:
                End(line);
                break;
        }
    }

    private void End(JournalLine line)
    {
        Step = null;
        State = line.Outcome is JournalState.Complete or JournalState.Partial or JournalState.Failed ? line.Outcome : JournalState.UnderWay;
        LastError = line.Failures is { Count: > 0 } failures ? string.Join("; ", failures) : null;
        SyncTimedOut = line.Failures?.Any(failure => failure is { Step: CompanyDossier.SyncStep, Code: SyncTimeout }) == true;
        if (line.Resync == true || State == JournalState.Complete)
        {
            SyncBefore = null;
        }
    }
}
