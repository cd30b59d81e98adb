namespace CompanyData.Collection;

/// <summary>The results of a run. Updated during the run, so it is also valid for a run that was stopped.</summary>
public sealed class CollectionSummary
{
    /// <summary>Number of dossiers that were delivered.</summary>
    public int Companies => Complete + Partial + Failed;

    public int Complete { get; internal set; }

    public int Partial { get; internal set; }

    public int Failed { get; internal set; }

    /// <summary>Number of companies that were already complete in the journal.</summary>
    public int Skipped { get; internal set; }

    /// <summary>Number of companies that belong to other shards.</summary>
    public int OtherShards { get; internal set; }

    /// <summary>Number of rows without a valid company, or with a company that came before.</summary>
    public int Rejected { get; internal set; }

    /// <summary>Number of requests of the session since the start of the run, including retries.</summary>
    public long Requests { get; internal set; }

    /// <summary>Requests for each company whose dossier was handed on, to one decimal; null before the first.</summary>
    public double? RequestsPerCompany => Companies == 0 ? null : Math.Round(Requests / (double)Companies, 1);

    public long Retries { get; internal set; }

    /// <summary>Number of responses with status 429.</summary>
    public long Throttles { get; internal set; }

    public DateTime Started { get; internal set; }

    public TimeSpan Elapsed { get; internal set; }

    /// <summary>False if the run was stopped before the end of its input.</summary>
    public bool IsFinished { get; internal set; }

    public string? JournalPath { get; internal set; }

    /// <summary>The folder in which the dossiers were saved; null if they were not saved.</summary>
    public string? SavePath { get; internal set; }

    public override string ToString() => $"{Complete} complete, {Partial} partial, {Failed} failed, {Skipped} skipped";
}
