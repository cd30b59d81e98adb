using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>
/// Append-only file of JSON lines that records the progress of each company, so that an interrupted run can be resumed. Only one process
/// writes to a journal at a time; others may read it meanwhile.
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

    /// <summary>Number of companies completed by earlier runs.</summary>
    public int Complete { get; }

    /// <summary>Opens a journal to resume it, or creates one. Removes an incomplete last line.</summary>
    /// <param name="path">The file; locked while it is open.</param>
    /// <param name="options">What is collected. Must match the provider and data types of the journal, unless <paramref name="force"/> is set.</param>
    /// <param name="service">Address of the service. Must match the journal, unless <paramref name="force"/> is set.</param>
    /// <param name="shard">The shard to collect, recorded for information; null for all companies.</param>
    /// <param name="force">Whether to collect everything again. Existing entries stay in the file but are ignored.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="JournalException">The journal cannot be used; message and remedy say why.</exception>
    public static CollectionJournal Open(
        string path, CollectionOptions options, Uri service, CollectionShard? shard, bool force, TimeProvider time)
        => Open(path, options, service, shard, force, time, LocalFileSystem.Instance);

    /// <summary>Opens a journal on the given file system.</summary>
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
                // Flushed, because after a power failure the removed bytes could otherwise reappear below the next lines.
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

    /// <summary>Opens a journal read-only, with the same checks but without a lock.</summary>
    /// <exception cref="JournalException">The journal cannot be used.</exception>
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

    /// <summary>Reads the companies of a journal with their latest state, also while a run is writing to it.</summary>
    /// <exception cref="JournalException">The journal cannot be read or is corrupt.</exception>
    public static IEnumerable<JournaledCompany> Read(string path) => Read(path, LocalFileSystem.Instance);

    /// <summary>Reads a journal from the given file system.</summary>
    internal static IEnumerable<JournaledCompany> Read(string path, IFileSystem files)
    {
        JournalIndex index = new(path, keepComplete: true);
        Fill(index, path, files);
        return index.Companies;
    }

    /// <summary>Start, in UTC, of the first run whose entries still count; null for a new journal.</summary>
    internal DateTime? StartedAt => _index.StartedAt;

    /// <summary>Whether an earlier run has delivered a complete dossier of the company.</summary>
    public bool IsComplete(string siren) => _index.IsComplete(siren);

    /// <summary>Records the outcome of a company. Call this after the dossier was delivered: the next run skips complete companies.</summary>
    /// <remarks>Nothing waits for this line: if it is lost, the dossier is delivered again. <see cref="Close"/> reports write failures.</remarks>
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

    /// <summary>Writes the pending lines and unlocks the journal.</summary>
    /// <exception cref="JournalException">A line could not be written.</exception>
    public void Close() => _writer?.Close();

    public void Dispose() => _writer?.Dispose();

    /// <summary>Time since the journal was opened.</summary>
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
                $"The journal '{path}' is for {Describe(last)}; this run requests {Describe(run)}.",
                "Use another journal, or -Force to collect every company again.");
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
