namespace CompanyData.Collection;

/// <summary>A failure of a dossier without its text, which may name people.</summary>
/// <param name="Step">The step that failed.</param>
/// <param name="Code">An error id or the status of a synchronisation.</param>
/// <param name="Request">The service's id for the request, for its support.</param>
internal sealed record JournalFailure(string Step, string? Code, string? Request)
{
    public override string ToString() => $"{Step}: {Code ?? "failed"}{(Request is null ? string.Empty : $" (request {Request})")}";
}
