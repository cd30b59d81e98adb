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

    /// <summary>The person or thing; null for the company itself.</summary>
    public string? Subject { get; init; }

    /// <summary>The property path, such as <c>Headquarter.Address</c>; null where the whole subject was added or removed.</summary>
    public string? Field { get; init; }

    public string? Old { get; init; }

    public string? New { get; init; }

    /// <summary>One of <see cref="SeverityLevel"/>.</summary>
    public required string Severity { get; init; }

    /// <summary>What it means; stable, for filters and scripts.</summary>
    public required string Code { get; init; }

    public required string Message { get; init; }

    /// <summary>When the reference was collected, in UTC.</summary>
    public DateTime ReferenceDate { get; init; }

    /// <summary>When the dossier that it is compared with was collected, in UTC.</summary>
    public DateTime DifferenceDate { get; init; }

    /// <summary>Whether the later dossier is invented.</summary>
    internal bool IsSandbox { get; init; }

    internal ComparedItem? OldItem { get; init; }

    internal ComparedItem? NewItem { get; init; }

    public override string ToString() => $"{Severity} {Code}: {Message}";
}
