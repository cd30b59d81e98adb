using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>A company's entries in the journal: the progress of earlier runs, and the steps of this run. Does nothing without a journal.</summary>
internal sealed class CompanyCheckpoint
{
    private readonly CollectionJournal? _journal;
    private readonly string _siren;
    private bool _isSynchronising;

    /// <param name="journal">The journal; null for none.</param>
    /// <param name="siren">The company.</param>
    /// <param name="collected">Knowledge from the company's last dossier, used if the journal has no entry; null for none.</param>
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

    /// <summary>The user that this run, or before that an earlier run, found or created.</summary>
    public string? UserId { get; private set; }

    /// <summary>User and connection, if an earlier run found no others; otherwise null.</summary>
    public KnownCompany? Known { get; }

    /// <summary>Whether an earlier run was interrupted while creating a user.</summary>
    public bool MayHaveCreatedUser { get; }

    /// <summary>Whether an earlier run was interrupted after it knew the user and before it knew the connection.</summary>
    public bool MayHaveConnected { get; }

    /// <summary>
    /// Remaining time until a resource created by an earlier run must be visible. Counted from when this run opened the journal, because the
    /// time of the create is unknown: the request may have waited for hours, but that run had ended by then.
    /// </summary>
    public TimeSpan Unsettled => _journal is not null && GuardedCreate.SettlingTime - _journal.OpenFor is { } left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>The sync items that existed before the synchronisation requested by an earlier run; null if there is none to join.</summary>
    public IReadOnlyCollection<string>? SyncBefore { get; private set; }

    /// <summary>Whether an earlier run reached its time-out while waiting for that synchronisation.</summary>
    public bool SyncTimedOut { get; }

    /// <summary>Attempt number, from 1; an interrupted attempt is continued with the same number.</summary>
    public int Attempt { get; }

    public Task CreatingAsync() => AppendAsync(new() { Step = JournalStep.Create });

    public Task FoundAsync(string userId)
    {
        SyncBefore = userId == UserId ? SyncBefore : null;
        UserId = userId;
        return AppendAsync(new() { Step = JournalStep.User, User = userId });
    }

    /// <param name="connectionId">The connection.</param>
    /// <param name="isOnly">Whether the company has no other connection and no other user.</param>
    public Task ConnectedAsync(string? connectionId, bool isOnly)
        => AppendAsync(new() { Step = JournalStep.Connection, Connection = connectionId, Only = isOnly ? true : null });

    /// <summary>Records that a synchronisation is about to be requested. The items before the first request are kept, so that later ones can be joined.</summary>
    /// <param name="before">The sync items that exist now.</param>
    /// <param name="isWhole">Whether the synchronisation covers all requested data types; only then can a later run join it.</param>
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
