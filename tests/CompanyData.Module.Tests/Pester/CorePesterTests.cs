namespace CompanyData.Module.Tests.Pester;

/// <summary>The Pester suites on what PowerShell 7 loads.</summary>
public class CorePesterTests(SuiteWorker worker, SuiteReport report, ITestOutputHelper output)
    : VariantPesterTests("net8.0", worker, report, output);
