namespace CompanyData.Module.Tests.Pester;

/// <summary>A Pester file that has run.</summary>
internal sealed record SuiteRun(string File, string Variant, SuiteResult Result, TimeSpan Duration);
