using System.Collections.Concurrent;
using CompanyData.Audit;
using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Simulation;

/// <summary>What a process does: it opens the audit log, a session and the journal, and collects what is not complete yet.</summary>
internal sealed class ProcessRun : IDisposable
{
    private readonly World _world;
    private readonly SimulatedProcess _process;
    private readonly List<CompanyDossier> _delivered;
    private readonly WorldTally _tally;
    private readonly SimulatedFileSystem _files;
    private readonly AuditTrail _audit;
    private readonly QardClient _qard;
    private readonly CancellationTokenSource _stop = new();
    private bool _isOver;

    public ProcessRun(World world, SimulatedProcess process, List<CompanyDossier> delivered, WorldTally tally)
    {
        _world = world;
        _process = process;
        _delivered = delivered;
        _tally = tally;
        _files = world.Disk.Mount(process);
        _audit = new AuditTrail(_files);
        _qard = world.CreateClient(process, _audit);
        process.OnInterrupt(Interrupt);
    }

    public IReadOnlyList<string> StopAudit() => _audit.Stop();

    /// <returns>Whether it failed, or its process died.</returns>
    /// <exception cref="ViolationException">It failed in another way than it may.</exception>
    public bool Collect(TimeSpan syncTimeout)
    {
        CollectionOptions options = new() { SyncTimeout = syncTimeout };
        Exception? failure = null;
        CollectionRun? run = null;
        try
        {
            _audit.Start(World.AuditPath);
            CollectionJournal journal = CollectionJournal.Open(World.JournalPath, options, _qard.BaseUri, shard: null, force: false, _process.Time, _files);
            run = new CollectionRun(_qard, options, shard: null, journal);
            CollectionRun begun = run;
            Task? ended = new Scheduler(_world.Clock).Run(_process, () => CollectAsync(begun));
            failure = ended?.Exception?.InnerException ?? (ended?.IsCanceled == true ? new OperationCanceledException() : null);
            if (_process.IsDead)
            {
                return true;
            }

            run.Finish();
        }
        catch (Exception exception) when (exception is not ViolationException)
        {
            failure ??= exception;
        }
        finally
        {
            if (!_process.IsDead)
            {
                run?.Dispose();
            }
        }

        if (_process.IsDead || failure is null)
        {
            return _process.IsDead;
        }

        if (failure is ViolationException violation)
        {
            throw new ViolationException(violation);
        }

        _world.Story.Tell($"process {_process.Number} ends with {failure.GetType().Name}: {failure.Message}");
        _tally.Add($"runs ended by {(failure as ApiException)?.Kind.ToString() ?? (failure as JournalException)?.Kind.ToString() ?? failure.GetType().Name}");
        return IsExcused(failure) ? true : throw new ViolationException("no run fails for nothing", $"{failure.GetType().Name}: {failure}");
    }

    public void Dispose()
    {
        _isOver = true;
        _stop.Dispose();
        if (!_process.IsDead)
        {
            _qard.Dispose();
        }
    }

    private void Interrupt()
    {
        if (_isOver)
        {
            return;
        }

        _world.Story.Tell($"process {_process.Number}: {_process.End!.How}");
        if (_process.End.How == EndKind.Close)
        {
            _qard.Dispose();
        }
        else
        {
            _stop.Cancel();
        }
    }

    private async Task CollectAsync(CollectionRun run)
    {
        ConcurrentQueue<string> left = new(_world.Plan.Sirens);
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        await Task.WhenAll(Enumerable.Range(0, _world.Plan.SideBySide).Select(_ => WorkAsync())).ConfigureAwait(false);

        async Task WorkAsync()
        {
            while (left.TryDequeue(out string? siren))
            {
                if (!run.ShouldProcess(siren))
                {
                    continue;
                }

                CompanyDossier dossier;
                try
                {
                    dossier = await run.CollectAsync(new CompanyRequest(siren, $"Company {siren}"), progress: null, ended.Token).ConfigureAwait(false);
                }
                catch (Exception)
                {
                    await ended.CancelAsync().ConfigureAwait(false);
                    throw;
                }

                // A dead process hands nothing on.
                if (!_process.IsDead)
                {
                    _world.Story.Tell($"p{_process.Number} delivers {siren}: {dossier.Status} {string.Join("; ", dossier.Failures)}");
                    Rules.Check(siren, dossier);
                    _delivered.Add(dossier);
                    run.Confirm(dossier);
                }
            }
        }
    }

    private bool IsExcused(Exception failure) => failure switch
    {
        OperationCanceledException => _process is { IsInterrupted: true, End.How: EndKind.Stop },
        ApiException { Kind: ApiErrorKind.SessionClosed } => _process is { IsInterrupted: true, End.How: EndKind.Close },
        ApiException { Kind: ApiErrorKind.NotAudited } or JournalException { Kind: JournalErrorKind.Unusable } or IOException => _world.Disk.HasFailed,
        _ => false,
    };
}
