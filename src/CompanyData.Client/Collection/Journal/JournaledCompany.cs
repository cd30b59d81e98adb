namespace CompanyData.Collection;

/// <summary>The state of one company in a journal.</summary>
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

    /// <summary>Last step of a company under way: <c>create</c>, <c>user</c>, <c>connection</c> or <c>sync</c>; otherwise null.</summary>
    public string? Step { get; private set; }

    /// <summary>Time of the last entry, in local time.</summary>
    public DateTime Since { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Failures of the last attempt that ended; null if it was complete.</summary>
    public string? LastError { get; private set; }

    public string? UserId { get; private set; }

    public string? ConnectionId { get; private set; }

    /// <summary>Shard of the run, such as <c>3/16</c>; null for a run without shards.</summary>
    public string? Shard { get; private set; }

    /// <summary>Path of the journal.</summary>
    public string Path { get; }

    /// <summary>Whether the company has no other user and no other connection.</summary>
    internal bool HasNoOther { get; private set; }

    /// <summary>Whether a user was about to be created and no later line has its id.</summary>
    internal bool IsCreating { get; private set; }

    /// <summary>The sync items that existed before the synchronisation that can be joined; null if there is none.</summary>
    internal IReadOnlyCollection<string>? SyncBefore { get; private set; }

    /// <summary>Whether the last wait for that synchronisation reached its time-out: it may be dead although its status is not final.</summary>
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
                // A synchronisation of a previous user cannot be joined.
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
