namespace CompanyData.Module.Tests.Pester;

/// <summary>The Pester suites on what Windows PowerShell 5.1 loads.</summary>
public static class DesktopPesterTests
{
    private const string Variant = "netstandard2.0";

    public class FirstHalf(SuiteWorker worker, SuiteReport report, ITestOutputHelper output) : FirstHalfPesterTests(Variant, worker, report, output);

    public class SecondHalf(SuiteWorker worker, SuiteReport report, ITestOutputHelper output) : SecondHalfPesterTests(Variant, worker, report, output);
}
