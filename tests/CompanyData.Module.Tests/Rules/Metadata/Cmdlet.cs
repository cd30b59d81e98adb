namespace CompanyData.Module.Tests.Rules;

/// <summary>A cmdlet as its metadata declares it.</summary>
internal sealed record Cmdlet
{
    public required string ClassName { get; init; }

    public required string Verb { get; init; }

    public required string Noun { get; init; }

    public bool IsPublic { get; init; }

    public bool IsSealed { get; init; }

    public bool SupportsShouldProcess { get; init; }

    public bool ConfirmImpactIsHigh { get; init; }

    public bool DeclaresOutputType { get; init; }

    /// <summary>The full names of the types that it emits, as far as it declares them.</summary>
    public IReadOnlyList<string> OutputTypes { get; init; } = [];

    public IReadOnlyList<CmdletParameter> Parameters { get; init; } = [];

    public string Name => $"{Verb}-{Noun}";

    public bool Has(string parameter) => Parameters.Any(p => p.Name == parameter);
}
