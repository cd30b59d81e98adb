namespace CompanyData.Collection;

/// <summary>A dossier's failure without its words, which may name people.</summary>
/// <param name="Step">Where it happened.</param>
/// <param name="Code">What it was: an error id, or the status of a synchronisation.</param>
/// <param name="Request">The service's id of the request, for its support.</param>
internal sealed record JournalFailure(string Step, string? Code, string? Request)
{
    public override string ToString() => $"{Step}: {Code ?? "failed"}{(Request is null ? string.Empty : $" (request {Request})")}";
}
