namespace CompanyData.Collection;

/// <summary>One company's way through the journal: what earlier runs have left, and what this one writes down. Without a journal it is silent.</summary>
internal sealed class CompanyCheckpoint
{
    private readonly CollectionJournal? _journal;
    private readonly string _siren;

    public CompanyCheckpoint(CollectionJournal? journal, string siren)
    {
        JournaledCompany? known = journal?.Find(siren);
        _journal = journal;
        _siren = siren;
        UserId = known?.UserId;
        CreateAskedAt = known?.CreateAskedAt;
        SyncBefore = known?.SyncBefore;
        Attempt = known is null ? 1 : known.State == JournalState.UnderWay ? known.Attempts : known.Attempts + 1;
    }

    /// <summary>The user that an earlier run found or created.</summary>
    public string? UserId { get; }

    /// <summary>When an earlier run was about to create a user, where it did not live to see the answer.</summary>
    public DateTime? CreateAskedAt { get; }

    /// <summary>What there was before the synchronisation that an earlier run asked for.</summary>
    public IReadOnlyCollection<string>? SyncBefore { get; private set; }

    /// <summary>A company that was cut off is still at the same attempt.</summary>
    public int Attempt { get; }

    public Task CreatingAsync() => AppendAsync(new() { Step = JournalStep.Create });

    public Task FoundAsync(string userId)
    {
        SyncBefore = userId == UserId ? SyncBefore : null;
        return AppendAsync(new() { Step = JournalStep.User, User = userId });
    }

    public Task ConnectedAsync(string? connectionId) => AppendAsync(new() { Step = JournalStep.Connection, Connection = connectionId });

    /// <summary>What was there before the first time it was asked for stays what counts: what came since is to be joined.</summary>
    /// <param name="before">What there is now.</param>
    /// <param name="isWhole">False where joining this synchronisation would not give everything.</param>
    public Task SynchronisingAsync(IReadOnlyCollection<string> before, bool isWhole)
    {
        SyncBefore = isWhole ? SyncBefore ?? before : null;
        return AppendAsync(new() { Step = JournalStep.Sync, Before = SyncBefore });
    }

    private Task AppendAsync(JournalLine line)
    {
        line.Siren = _siren;
        line.Attempt = Attempt;
        return _journal?.AppendAsync(line) ?? Task.CompletedTask;
    }
}
