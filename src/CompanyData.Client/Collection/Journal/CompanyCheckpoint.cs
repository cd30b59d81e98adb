using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>One company's way through the journal: what earlier runs have left, and what this one writes down. Without a journal it is silent.</summary>
internal sealed class CompanyCheckpoint
{
    private readonly CollectionJournal? _journal;
    private readonly string _siren;
    private bool _isSynchronising;

    /// <param name="journal">The journal; null for none.</param>
    /// <param name="siren">The company.</param>
    /// <param name="collected">What its last dossier tells, which counts where the journal knows nothing of it.</param>
    public CompanyCheckpoint(CollectionJournal? journal, string siren, KnownCompany? collected = null)
    {
        JournaledCompany? known = journal?.Find(siren);
        _journal = journal;
        _siren = siren;
        UserId = known?.UserId;
        Known = known is null ? collected
            : known is { HasNoOther: true, IsCreating: false, UserId: { } user, ConnectionId: { } connection } ? new(user, connection, Name: null)
            : null;
        MayHaveCreatedUser = known?.IsCreating == true;
        MayHaveConnected = known?.Step == JournalStep.User;
        SyncBefore = known?.SyncBefore;
        SyncTimedOut = known?.SyncTimedOut == true;
        Attempt = known is null ? 1 : known.State == JournalState.UnderWay ? known.Attempts : known.Attempts + 1;
    }

    /// <summary>The user that was found or created, by an earlier run at first.</summary>
    public string? UserId { get; private set; }

    /// <summary>User and connection, where an earlier run found no others.</summary>
    public KnownCompany? Known { get; }

    /// <summary>An earlier run was about to create a user and did not live to see the response.</summary>
    public bool MayHaveCreatedUser { get; }

    /// <summary>An earlier run knew the user and was cut off before it knew the connection.</summary>
    public bool MayHaveConnected { get; }

    /// <summary>
    /// How long what an earlier run was creating may still take to show. That run had ended before this one could open the journal; when it
    /// sent its create, nobody knows: the request may have waited for hours.
    /// </summary>
    public TimeSpan Unsettled => _journal is not null && GuardedCreate.SettlingTime - _journal.OpenFor is { } left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>What there was before the synchronisation that an earlier run asked for.</summary>
    public IReadOnlyCollection<string>? SyncBefore { get; private set; }

    /// <summary>An earlier run has waited for that synchronisation for as long as it was given.</summary>
    public bool SyncTimedOut { get; }

    /// <summary>A company that was cut off is still at the same attempt.</summary>
    public int Attempt { get; }

    public Task CreatingAsync() => AppendAsync(new() { Step = JournalStep.Create });

    public Task FoundAsync(string userId)
    {
        SyncBefore = userId == UserId ? SyncBefore : null;
        UserId = userId;
        return AppendAsync(new() { Step = JournalStep.User, User = userId });
    }

    /// <param name="connectionId">The connection.</param>
    /// <param name="isOnly">Whether the company has no other, and no other user.</param>
    public Task ConnectedAsync(string? connectionId, bool isOnly)
        => AppendAsync(new() { Step = JournalStep.Connection, Connection = connectionId, Only = isOnly ? true : null });

    /// <summary>What was there before the first time it was asked for stays what counts: what came since is to be joined.</summary>
    /// <param name="before">What there is now.</param>
    /// <param name="isWhole">False where joining this synchronisation would not give everything.</param>
    public Task SynchronisingAsync(IReadOnlyCollection<string> before, bool isWhole)
    {
        IReadOnlyCollection<string>? counts = isWhole ? SyncBefore ?? before : null;
        if (_isSynchronising && ReferenceEquals(counts, SyncBefore))
        {
            return Task.CompletedTask;
        }

        _isSynchronising = true;
        SyncBefore = counts;
        return AppendAsync(new() { Step = JournalStep.Sync, Before = SyncBefore });
    }

    private Task AppendAsync(JournalLine line)
    {
        line.Siren = _siren;
        line.Attempt = Attempt;
        return _journal?.AppendAsync(line) ?? Task.CompletedTask;
    }
}
