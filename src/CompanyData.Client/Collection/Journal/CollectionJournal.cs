using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>
/// What was done for each company, in a file of JSON lines that only grows, so that a run which was cut off is taken up where it
/// stopped. One process writes to a journal at a time; others may read it meanwhile.
/// </summary>
public sealed class CollectionJournal : IDisposable
{
    private readonly JournalIndex _index;
    private readonly TimeProvider _time;
    private readonly JournalWriter? _writer;
    private readonly long _opened;

    private CollectionJournal(string path, JournalIndex index, TimeProvider time, JournalWriter? writer)
    {
        Path = path;
        Complete = index.Complete;
        _index = index;
        _time = time;
        _opened = time.GetTimestamp();
        _writer = writer;
    }

    public string Path { get; }

    /// <summary>How many companies earlier runs have completed.</summary>
    public int Complete { get; }

    /// <summary>Opens a journal to go on with it, or begins one. A torn end is cut off.</summary>
    /// <param name="path">The file. It is locked while it is open, whatever other names it has.</param>
    /// <param name="options">What is collected. Another provider or other data types than before need another journal, or <paramref name="force"/>.</param>
    /// <param name="service">The address of the service, for the same reason.</param>
    /// <param name="shard">The share that is collected; written down for those who read it.</param>
    /// <param name="force">Whether everything is collected anew. What stands in the journal stays there and counts no more.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="JournalException">It cannot be used; what is wrong and what to do stands in it.</exception>
    public static CollectionJournal Open(
        string path, CollectionOptions options, Uri service, CollectionShard? shard, bool force, TimeProvider time)
        => Open(path, options, service, shard, force, time, LocalFileSystem.Instance);

    /// <summary>As above, wherever it is kept.</summary>
    internal static CollectionJournal Open(
        string path, CollectionOptions options, Uri service, CollectionShard? shard, bool force, TimeProvider time, IFileSystem files)
    {
        Stream? file = null;
        try
        {
            file = JournalFile.OpenForWriting(files, path);
            JournalIndex index = new(path, keepComplete: false);
            JournalExtent sound = index.Read(file);
            JournalLine run = Begin(options, service, shard, force && sound.Length > 0, time);
            Resume(index, run, path);
            if (sound.Length < file.Length)
            {
                // Else a power failure could bring back what is cut off, under what is written next.
                file.SetLength(sound.Length);
                files.FlushToDisk(file);
            }

            file.Seek(0, SeekOrigin.End);
            if (sound.LacksLineFeed)
            {
                file.WriteByte((byte)'\n');
            }

            return new(path, index, time, new JournalWriter(path, file, run, files));
        }
        catch (Exception exception)
        {
            file?.Dispose();
            throw JournalFile.Explain(exception, path);
        }
    }

    /// <summary>Looks at a journal as opening it would, without a lock and without changing anything; nothing can be written.</summary>
    /// <exception cref="JournalException">It cannot be used.</exception>
    public static CollectionJournal Peek(
        string path, CollectionOptions options, Uri service, CollectionShard? shard, bool force, TimeProvider time)
    {
        JournalIndex index = new(path, keepComplete: false);
        if (File.Exists(path))
        {
            Fill(index, path, LocalFileSystem.Instance);
            Resume(index, Begin(options, service, shard, force, time), path);
        }

        return new(path, index, time, writer: null);
    }

    /// <summary>The companies of a journal, each in its last state; also of one that a run is writing to.</summary>
    /// <exception cref="JournalException">It cannot be read, or is corrupt.</exception>
    public static IEnumerable<JournaledCompany> Read(string path) => Read(path, LocalFileSystem.Instance);

    /// <summary>As above, wherever it is kept.</summary>
    internal static IEnumerable<JournaledCompany> Read(string path, IFileSystem files)
    {
        JournalIndex index = new(path, keepComplete: true);
        Fill(index, path, files);
        return index.Companies;
    }

    /// <summary>When the first run began of which this journal still counts what it did, in UTC; null where there was none.</summary>
    internal DateTime? StartedAt => _index.StartedAt;

    /// <summary>Whether an earlier run has handed on the company's dossier with nothing missing.</summary>
    public bool IsComplete(string siren) => _index.IsComplete(siren);

    /// <summary>Writes down how a company has ended. Call it once the dossier is in safe hands: the next run leaves out what is complete.</summary>
    /// <remarks>Nothing waits for this line: where it is lost, the dossier comes a second time. <see cref="Close"/> tells of failures.</remarks>
    public void Confirm(CompanyDossier dossier) => _ = AppendAsync(new JournalLine
    {
        Step = JournalStep.Outcome,
        Siren = dossier.Siren,
        Attempt = dossier.Attempt,
        Outcome = dossier.Status,
        Took = dossier.SyncTook is { } took ? [Math.Round(took.MoreThan.TotalSeconds, 3), Math.Round(took.AtMost.TotalSeconds, 3)] : null,
        Resync = dossier.SyncHasFailed ? true : null,
        Failures = dossier.Failures.Count == 0 ? null : [.. dossier.Failures.Select(failure => new JournalFailure(failure.Step, failure.Code, failure.RequestId))],
    });

    /// <summary>Writes what is left and lets others have the journal.</summary>
    /// <exception cref="JournalException">Some line could not be written.</exception>
    public void Close() => _writer?.Close();

    public void Dispose() => _writer?.Dispose();

    /// <summary>How long this run has had it.</summary>
    internal TimeSpan OpenFor => _time.GetElapsedTime(_opened);

    /// <summary>What earlier runs have learned of how long a synchronisation takes.</summary>
    internal TypicalDuration SyncDuration => _index.SyncDuration;

    internal JournaledCompany? Find(string siren) => _index.Find(siren);

    internal Task AppendAsync(JournalLine line)
    {
        line.At = _time.GetUtcNow().UtcDateTime;
        return _writer?.AppendAsync(line) ?? Task.CompletedTask;
    }

    private static JournalLine Begin(CollectionOptions options, Uri service, CollectionShard? shard, bool force, TimeProvider time) => new()
    {
        Version = JournalLine.CurrentVersion,
        At = time.GetUtcNow().UtcDateTime,
        Step = JournalStep.Run,
        Service = service.AbsoluteUri,
        Provider = options.ProviderName,
        Types = options.DataTypes,
        Shard = shard?.ToString(),
        Force = force ? true : null,
    };

    private static void Resume(JournalIndex index, JournalLine run, string path)
    {
        if (run.Force == true)
        {
            index.Clear();
        }
        else if (index.Run is { } last && !last.IsAbout(run))
        {
            throw new JournalException(
                JournalErrorKind.Mismatch,
                path,
                $"The journal '{path}' was made for {Describe(last)}; this run asks for {Describe(run)}.",
                "Take another journal, or -Force to collect every company anew.");
        }
    }

    private static string Describe(JournalLine run) => $"{string.Join(", ", run.Types ?? [])} of '{run.Provider}' at {run.Service}";

    private static void Fill(JournalIndex index, string path, IFileSystem files)
    {
        try
        {
            using Stream file = files.OpenForReading(path);
            index.Read(file);
        }
        catch (Exception exception)
        {
            throw JournalFile.Explain(exception, path);
        }
    }
}
