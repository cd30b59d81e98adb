namespace CompanyData.Sandbox.Powens;

/// <summary>How a synchronisation went. [docs]</summary>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ends; before that no list shows it.</param>
/// <param name="State">The state it ended with; null is fine.</param>
internal sealed record ConnectionLog(DateTimeOffset Start, DateTimeOffset End, string? State);
