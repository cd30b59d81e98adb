namespace CompanyData.Module.Tests.Pester;

/// <summary>The Pester suites on what PowerShell 7 loads.</summary>
public static class CorePesterTests
{
    private const string Variant = "net8.0";

    public class FirstHalf(SuiteWorker worker, SuiteReport report, ITestOutputHelper output) : FirstHalfPesterTests(Variant, worker, report, output);

    public class SecondHalf(SuiteWorker worker, SuiteReport report, ITestOutputHelper output) : SecondHalfPesterTests(Variant, worker, report, output);
}
