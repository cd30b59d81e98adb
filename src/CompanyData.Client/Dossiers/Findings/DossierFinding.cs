namespace CompanyData.Dossiers;

/// <summary>A fact in a dossier that a reviewer should know. It states what is there or missing; it does not assess the company.</summary>
public sealed class DossierFinding
{
    public required string Siren { get; init; }

    public required string Name { get; init; }

    /// <summary>One of <see cref="SeverityLevel"/>.</summary>
    public required string Severity { get; init; }

    /// <summary>Stable code of the finding, for filters and scripts.</summary>
    public required string Code { get; init; }

    /// <summary>The person or item concerned; null if it is the company.</summary>
    public string? Subject { get; init; }

    public required string Message { get; init; }

    /// <summary>Property path in the dossier, such as <c>Officers[0].Roles</c>.</summary>
    public required string Evidence { get; init; }

    /// <summary>What to do next; null if unknown.</summary>
    public string? Remedy { get; init; }

    /// <summary>Error id and request id for the service's support; null if unknown.</summary>
    public string? Reference { get; init; }

    /// <summary>Parts of the message or the remedy that are English although the review is not.</summary>
    internal IReadOnlyList<string> English { get; init; } = [];

    public override string ToString() => $"{Severity} {Code}: {Message}";
}
