namespace CompanyData.Dossiers;

/// <summary>One difference between two dossiers of a company.</summary>
public sealed class DossierChange
{
    public required string Siren { get; init; }

    public required string Name { get; init; }

    /// <summary>One of <see cref="ChangeKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>Company</c>, <c>Officer</c>, <c>BeneficialOwner</c>, or the name of another data type.</summary>
    public required string Area { get; init; }

    /// <summary>The person or item concerned; null for the company itself.</summary>
    public string? Subject { get; init; }

    /// <summary>Property path, such as <c>Headquarter.Address</c>; null if the whole subject was added or removed.</summary>
    public string? Field { get; init; }

    public string? Old { get; init; }

    public string? New { get; init; }

    /// <summary>One of <see cref="SeverityLevel"/>.</summary>
    public required string Severity { get; init; }

    /// <summary>Stable code of the change, for filters and scripts.</summary>
    public required string Code { get; init; }

    public required string Message { get; init; }

    /// <summary>Collection time of the earlier dossier, in UTC.</summary>
    public DateTime ReferenceDate { get; init; }

    /// <summary>Collection time of the later dossier, in UTC.</summary>
    public DateTime DifferenceDate { get; init; }

    /// <summary>Whether the later dossier is invented.</summary>
    internal bool IsSandbox { get; init; }

    internal ComparedItem? OldItem { get; init; }

    internal ComparedItem? NewItem { get; init; }

    public override string ToString() => $"{Severity} {Code}: {Message}";
}
