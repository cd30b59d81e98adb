using CompanyData.Json;

namespace CompanyData.Commands.Sandbox;

/// <summary>A company of the embedded sandbox, and what has happened to it.</summary>
public sealed class SandboxCompany
{
    public required string Siren { get; init; }

    /// <summary>In their order.</summary>
    public required ValueList<string> Events { get; init; }

    public override string ToString() => $"{Siren}: {Events}";
}
