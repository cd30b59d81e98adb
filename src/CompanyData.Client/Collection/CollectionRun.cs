using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>A run over many companies: which of them are its own, how each ends, and what came of all.</summary>
public sealed class CollectionRun : IDisposable
{
    /// <summary>After this long a half-written file belongs to no run that still goes on.</summary>
    private static readonly TimeSpan Leftover = TimeSpan.FromHours(1);

    private readonly QardClient _qard;
    private readonly CompanyCollector _collector;
    private readonly CollectionShard? _shard;
    private readonly CollectionJournal? _journal;
    private readonly DossierStore? _store;

    /// <summary>Companies whose dossier the store has from the time of the journal.</summary>
    private readonly HashSet<string> _saved = new(StringComparer.Ordinal);

    /// <summary>The last dossier of each company that the store had at the beginning.</summary>
    private readonly Dictionary<string, DateTime> _collected = new(StringComparer.Ordinal);
    private readonly CollectionOptions _options;
    private readonly long _started;
    private readonly (long Requests, long Retries, long Throttles) _usage;

    /// <param name="qard">The session.</param>
    /// <param name="options">What to collect.</param>
    /// <param name="shard">The share of the companies that is collected; null for all.</param>
    /// <param name="journal">The journal, closed with this; null for none.</param>
    /// <param name="store">Where each dossier is saved before the journal knows of it; null for nowhere.</param>
    /// <exception cref="DossierFileException">The store cannot be read.</exception>
    public CollectionRun(QardClient qard, CollectionOptions options, CollectionShard? shard, CollectionJournal? journal, DossierStore? store = null)
    {
        _qard = qard;
        _collector = new(qard, options, journal);
        _options = options;
        _shard = shard;
        _journal = journal;
        _store = store;
        if (journal is not null)
        {
            qard.Syncs.Expect(options.ProviderName, options.DataTypes, journal.SyncDuration);
        }

        if (store is not null && Directory.Exists(store.Folder))
        {
            ReadStore(store, journal?.StartedAt);
        }

        _started = qard.Time.GetTimestamp();
        _usage = (qard.Usage.Requests, qard.Usage.Retries, qard.Usage.Throttles);
        Summary = new() { Started = qard.Time.GetLocalNow().DateTime, JournalPath = journal?.Path, SavePath = store?.Folder };
    }

    public CollectionSummary Summary { get; }

    /// <summary>Whether there was anything to collect.</summary>
    public bool HasTaken { get; private set; }

    /// <summary>How many companies wait for the service at the moment.</summary>
    public int Waiting => _collector.Waiting;

    /// <summary>Whether the company is in this run's share. Without a siren it is in the first, so that somebody reports it, and only one.</summary>
    public bool Owns(string? siren)
        => _shard is null || (SirenNumber.IsValid(siren) ? _shard.Contains(siren!) : _shard.Number == 1);

    /// <summary>A company of another share was met.</summary>
    public void PassOver() => Summary.OtherShards++;

    /// <summary>Whether the company is to be collected; counts those that are not.</summary>
    public bool ShouldProcess(string siren)
    {
        if (!Owns(siren))
        {
            PassOver();
            return false;
        }

        if (_journal?.IsComplete(siren) == true && (_store is null || _saved.Contains(siren)))
        {
            Summary.Skipped++;
            return false;
        }

        HasTaken = true;
        return true;
    }

    /// <summary>Collects one company, as <see cref="CompanyCollector"/> does; the dossier is in the store afterwards.</summary>
    /// <exception cref="DossierFileException">The dossier cannot be saved.</exception>
    public async Task<CompanyDossier> CollectAsync(CompanyRequest company, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        CompanyDossier dossier = await _collector.CollectAsync(company, FindKnown(company.Siren), progress, cancellationToken).ConfigureAwait(false);
        if (_store is not null)
        {
            await _store.SaveAsync(dossier).ConfigureAwait(false);
        }

        return dossier;
    }

    /// <summary>Counts the dossier and writes it down. Call it once the dossier is in safe hands, one call at a time.</summary>
    public void Confirm(CompanyDossier dossier)
    {
        _journal?.Confirm(dossier);
        switch (dossier.Status)
        {
            case DossierStatus.Complete:
                Summary.Complete++;
                break;
            case DossierStatus.Partial:
                Summary.Partial++;
                break;
            default:
                Summary.Failed++;
                break;
        }

        Refresh();
    }

    /// <summary>A row that names no company was met.</summary>
    public void Reject() => Summary.Rejected++;

    /// <summary>How long the rest will take at the pace so far; null before the first has ended.</summary>
    /// <param name="expected">How many rows the input has.</param>
    public TimeSpan? EstimateRemaining(int expected)
    {
        int mine = expected - Summary.OtherShards - Summary.Skipped - Summary.Rejected - Summary.Companies;
        if (Summary.Companies == 0)
        {
            return null;
        }

        // Of rows that have not been read yet, other shares take theirs, and what was complete before is left out.
        int seen = Summary.Companies + Summary.Rejected + Summary.Skipped + Summary.OtherShards;
        double own = _shard is null ? mine : mine / (double)_shard.Count;
        own = seen >= expected ? 0 : Math.Max(0, own - ((_journal?.Complete ?? 0) - Summary.Skipped));
        return TimeSpan.FromTicks((long)(Refresh().Ticks / (double)Summary.Companies * own));
    }

    /// <summary>The input is at its end: what is left is written down.</summary>
    /// <exception cref="JournalException">The journal cannot be written.</exception>
    /// <exception cref="DossierFileException">The store cannot be read.</exception>
    public void Finish()
    {
        Refresh();
        _journal?.Close();
        if (Summary.Companies > 0)
        {
            _store?.RemoveLeftovers(_qard.Time.GetUtcNow().UtcDateTime - Leftover);
        }

        Summary.IsFinished = true;
    }

    public void Dispose()
    {
        _journal?.Dispose();
        if (!Summary.IsFinished)
        {
            Refresh();
        }
    }

    private void ReadStore(DossierStore store, DateTime? journalBegan)
    {
        // The names of the files tell milliseconds, so a collection that began in that of the journal is not older.
        DateTime? earliest = journalBegan is { } began ? began.AddTicks(-(began.Ticks % TimeSpan.TicksPerMillisecond)) : null;
        foreach (DossierFile file in store.Enumerate().Where(file => Owns(file.Siren)))
        {
            if (file.CollectedAt >= earliest)
            {
                _saved.Add(file.Siren);
            }

            if (!_collected.TryGetValue(file.Siren, out DateTime last) || last < file.CollectedAt)
            {
                _collected[file.Siren] = file.CollectedAt;
            }
        }
    }

    /// <summary>What the last dossier of the company tells; one that cannot be read tells nothing.</summary>
    private KnownCompany? FindKnown(string siren)
    {
        if (!_collected.TryGetValue(siren, out DateTime collected))
        {
            return null;
        }

        try
        {
            return KnownCompany.From(_store!.Read(siren, collected), CompanyCollector.ServiceOf(_qard), _options);
        }
        catch (DossierFileException)
        {
            return null;
        }
    }

    private TimeSpan Refresh()
    {
        UsageCounter usage = _qard.Usage;
        Summary.Requests = usage.Requests - _usage.Requests;
        Summary.Retries = usage.Retries - _usage.Retries;
        Summary.Throttles = usage.Throttles - _usage.Throttles;
        return Summary.Elapsed = _qard.Time.GetElapsedTime(_started);
    }
}
