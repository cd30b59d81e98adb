namespace CompanyData.Module.Tests.Pester;

/// <summary>A test that was skipped, and why.</summary>
internal sealed record SuiteSkip(string Name, string Reason);
