namespace CompanyData.Commands.Powens;

/// <summary>One count of usage that is billed.</summary>
/// <param name="Name">Such as <c>connections_synced</c>.</param>
/// <param name="Value">How many, or the ids of what is counted.</param>
public sealed record PowensUsage(string Name, object? Value);
