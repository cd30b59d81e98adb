namespace CompanyData.Module.Tests.Pester;

/// <summary>A test, or a whole block, that failed.</summary>
internal sealed record SuiteFailure(string Name, string Message, string Location);
