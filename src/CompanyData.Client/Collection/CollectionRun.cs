using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>A run over many companies: selects the companies of its shard, records each outcome and keeps a summary.</summary>
public sealed class CollectionRun : IDisposable
{
    private readonly QardClient _qard;
    private readonly CompanyCollector _collector;
    private readonly CollectionShard? _shard;
    private readonly CollectionJournal? _journal;
    private readonly DossierStore? _store;

    /// <summary>The last dossier of each company in the store at the start of the run.</summary>
    private readonly Dictionary<string, DateTime> _collected = new(StringComparer.Ordinal);

    /// <summary>When the journal was started; a dossier from then on belongs to its runs. Null without a journal.</summary>
    private readonly DateTime? _journalBegan;
    private readonly CollectionOptions _options;
    private readonly TypicalDuration _syncDuration;
    private readonly long _started;
    private readonly (long Requests, long Retries, long Throttles) _usage;

    /// <param name="qard">The session.</param>
    /// <param name="options">What to collect.</param>
    /// <param name="shard">The shard to collect; null for all companies.</param>
    /// <param name="journal">The journal, disposed with this object; null for none.</param>
    /// <param name="store">Where each dossier is saved before its outcome is journaled; null for none.</param>
    /// <exception cref="DossierFileException">The store cannot be read.</exception>
    public CollectionRun(QardClient qard, CollectionOptions options, CollectionShard? shard, CollectionJournal? journal, DossierStore? store = null)
    {
        _qard = qard;
        _collector = new(qard, options, journal);
        _options = options;
        _shard = shard;
        _journal = journal;
        _store = store;
        // File names have milliseconds, so the time of the journal is rounded down to compare.
        _journalBegan = journal?.StartedAt is { } began ? began.AddTicks(-(began.Ticks % TimeSpan.TicksPerMillisecond)) : null;
        _syncDuration = qard.Syncs.Expect(options.ProviderName, options.DataTypes, journal?.SyncDuration);

        if (store is not null && Directory.Exists(store.Folder))
        {
            ReadStore(store);
        }

        _started = qard.Time.GetTimestamp();
        _usage = (qard.Usage.Requests, qard.Usage.Retries, qard.Usage.Throttles);
        Summary = new() { Started = qard.Time.GetLocalNow().DateTime, JournalPath = journal?.Path, SavePath = store?.Folder };
    }

    public CollectionSummary Summary { get; }

    /// <summary>Whether at least one company was collected.</summary>
    public bool HasTaken { get; private set; }

    /// <summary>Number of companies that are waiting for a synchronisation.</summary>
    public int Waiting => _collector.Waiting;

    /// <summary>Whether the company is in this run's shard. A row without a valid siren belongs to the first shard, so that exactly one run reports it.</summary>
    public bool Owns(string? siren)
        => _shard is null || (SirenNumber.IsValid(siren) ? _shard.Contains(siren!) : _shard.Number == 1);

    /// <summary>Counts a company of another shard.</summary>
    public void PassOver() => Summary.OtherShards++;

    /// <summary>Whether the company must be collected; counts the others as skipped or as belonging to other shards.</summary>
    public bool ShouldProcess(string siren)
    {
        if (!Owns(siren))
        {
            PassOver();
            return false;
        }

        if (_journal?.IsComplete(siren) == true && (_store is null || IsSaved(siren)))
        {
            Summary.Skipped++;
            return false;
        }

        HasTaken = true;
        return true;
    }

    /// <summary>Collects one company, as <see cref="CompanyCollector"/> does, and saves the dossier to the store.</summary>
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

    /// <summary>Counts the dossier and journals its outcome. Call this after the dossier was delivered; not thread-safe.</summary>
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

    /// <summary>Counts a row without a valid company.</summary>
    public void Reject() => Summary.Rejected++;

    /// <summary>Estimates the remaining time from the average so far; null before the first company is done.</summary>
    /// <param name="expected">Number of input rows.</param>
    public TimeSpan? EstimateRemaining(int expected)
    {
        if (Summary.Companies == 0)
        {
            return null;
        }

        // Of the rows not read yet, a shard owns its part, and some are already complete.
        double unread = expected - Summary.OtherShards - Summary.Skipped - Summary.Rejected - Summary.Companies;
        double own = (unread / (_shard?.Count ?? 1)) - ((_journal?.Complete ?? 0) - Summary.Skipped);
        return TimeSpan.FromTicks((long)(Refresh().Ticks / (double)Summary.Companies * Math.Max(0, own)));
    }

    /// <summary>Completes the run at the end of the input and closes the journal.</summary>
    /// <exception cref="JournalException">The journal cannot be written.</exception>
    /// <exception cref="DossierFileException">The store cannot be read.</exception>
    public void Finish()
    {
        Refresh();
        _journal?.Close();
        if (Summary.Companies > 0)
        {
            _store?.RemoveLeftovers(_qard.Time.GetUtcNow().UtcDateTime);
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

    /// <summary>Whether the company's dossier was saved to the store since the journal was started.</summary>
    private bool IsSaved(string siren) => _collected.TryGetValue(siren, out DateTime last) && last >= _journalBegan;

    private void ReadStore(DossierStore store)
    {
        foreach (DossierFile file in store.Enumerate().Where(file => Owns(file.Siren)))
        {
            if (!_collected.TryGetValue(file.Siren, out DateTime last) || last < file.CollectedAt)
            {
                _collected[file.Siren] = file.CollectedAt;
            }
        }
    }

    /// <summary>Knowledge from the company's last dossier; null if there is none or it cannot be read.</summary>
    private KnownCompany? FindKnown(string siren)
    {
        if (!_collected.TryGetValue(siren, out DateTime collected))
        {
            return null;
        }

        try
        {
            KnownCompany? known = KnownCompany.From(_store!.Read(siren, collected), CompanyCollector.ServiceOf(_qard), _options);
            if (known?.SyncDuration is { } took && _syncDuration.High == TimeSpan.Zero)
            {
                _syncDuration.Observe(new(TimeSpan.Zero, took));
            }

            return known;
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
