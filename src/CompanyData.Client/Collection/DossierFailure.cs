namespace CompanyData.Collection;

/// <summary>Something that a dossier lacks, and why.</summary>
/// <param name="Step">Where it happened: <c>User</c>, <c>Connection</c>, <c>Sync</c> or the data type that was read.</param>
/// <param name="Reason">What happened.</param>
/// <param name="Remedy">What to do next, where known.</param>
public sealed record DossierFailure(string Step, string Reason, string? Remedy)
{
    /// <summary>What it was, for scripts: an error id such as <c>QardServerError</c>, or the status of a synchronisation.</summary>
    public string? Code { get; init; }

    /// <summary>The service's id of the request that failed, for its support.</summary>
    public string? RequestId { get; init; }

    public override string ToString() => $"{Step}: {Reason}";
}
