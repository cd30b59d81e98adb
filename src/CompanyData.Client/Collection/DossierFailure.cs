namespace CompanyData.Collection;

/// <summary>Why some data is missing from a dossier.</summary>
/// <param name="Step">The step that failed: <c>User</c>, <c>Connection</c>, <c>Sync</c> or a data type.</param>
/// <param name="Reason">The failure in words.</param>
/// <param name="Remedy">What to do next; null if unknown.</param>
public sealed record DossierFailure(string Step, string Reason, string? Remedy)
{
    /// <summary>Of the company whose dossier lacks it.</summary>
    public string? Siren { get; init; }

    /// <summary>Of the company whose dossier lacks it.</summary>
    public string? Name { get; init; }

    /// <summary>Code for scripts: an error id such as <c>QardServerError</c>, or the status of a synchronisation.</summary>
    public string? Code { get; init; }

    /// <summary>The service's id for the failed request, for its support.</summary>
    public string? RequestId { get; init; }

    public override string ToString() => $"{Step}: {Reason}";
}
