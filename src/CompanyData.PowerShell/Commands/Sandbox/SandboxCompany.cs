using CompanyData.Json;

namespace CompanyData.Commands.Sandbox;

/// <summary>A company of the embedded sandbox with its events.</summary>
public sealed class SandboxCompany
{
    public required string Siren { get; init; }

    /// <summary>The events, in order.</summary>
    public required ValueList<string> Events { get; init; }

    public override string ToString() => $"{Siren}: {Events}";
}
