namespace CompanyData.Dossiers;

/// <summary>Something that a reader of a dossier should know. It says what is there and what is not; it does not judge the company.</summary>
public sealed class DossierFinding
{
    public required string Siren { get; init; }

    public required string Name { get; init; }

    /// <summary>One of <see cref="SeverityLevel"/>.</summary>
    public required string Severity { get; init; }

    /// <summary>What was found; stable, for filters and scripts.</summary>
    public required string Code { get; init; }

    /// <summary>The person or thing that it is about; null where that is the company.</summary>
    public string? Subject { get; init; }

    public required string Message { get; init; }

    /// <summary>Where in the dossier, as a property path such as <c>Officers[0].Roles</c>.</summary>
    public required string Evidence { get; init; }

    /// <summary>What to do next, where known.</summary>
    public string? Remedy { get; init; }

    /// <summary>The error id and the request by which the service's support finds it, where known.</summary>
    public string? Reference { get; init; }

    public override string ToString() => $"{Severity} {Code}: {Message}";
}
