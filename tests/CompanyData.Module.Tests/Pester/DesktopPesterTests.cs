namespace CompanyData.Module.Tests.Pester;

/// <summary>The Pester suites on what Windows PowerShell 5.1 loads.</summary>
public class DesktopPesterTests(SuiteWorker worker, SuiteReport report, ITestOutputHelper output)
    : VariantPesterTests("netstandard2.0", worker, report, output);
