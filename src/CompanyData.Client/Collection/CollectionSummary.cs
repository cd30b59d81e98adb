namespace CompanyData.Collection;

/// <summary>What came of a run. It is brought up to date while the run goes on, so it tells as much of one that was stopped.</summary>
public sealed class CollectionSummary
{
    /// <summary>Companies whose dossier was handed on.</summary>
    public int Companies => Complete + Partial + Failed;

    public int Complete { get; internal set; }

    public int Partial { get; internal set; }

    public int Failed { get; internal set; }

    /// <summary>Companies that were complete in the journal already.</summary>
    public int Skipped { get; internal set; }

    /// <summary>Companies that other shares collect.</summary>
    public int OtherShards { get; internal set; }

    /// <summary>Rows that name no company or one that came before.</summary>
    public int Rejected { get; internal set; }

    /// <summary>Requests of the session since the run began, retries included.</summary>
    public long Requests { get; internal set; }

    /// <summary>Requests for each company whose dossier was handed on, to one decimal; null before the first.</summary>
    public double? RequestsPerCompany => Companies == 0 ? null : Math.Round(Requests / (double)Companies, 1);

    public long Retries { get; internal set; }

    /// <summary>Answers with status 429.</summary>
    public long Throttles { get; internal set; }

    public DateTime Started { get; internal set; }

    public TimeSpan Elapsed { get; internal set; }

    /// <summary>False where the run was stopped before the end of its input.</summary>
    public bool IsFinished { get; internal set; }

    public string? JournalPath { get; internal set; }

    /// <summary>The folder in which the dossiers were saved; null where they were not.</summary>
    public string? SavePath { get; internal set; }

    public override string ToString() => $"{Complete} complete, {Partial} partial, {Failed} failed, {Skipped} skipped";
}
