namespace CompanyData.Module.Tests.Pester;

/// <summary>The Pester suites on what PowerShell 7 loads.</summary>
public static class CorePesterTests
{
    private const string Variant = "net8.0";

    public class FirstHalf(SuiteWorker worker, SuiteReport report, ITestOutputHelper output) : VariantPesterTests(Variant, worker, report, output)
    {
        [Theory]
        [MemberData(nameof(FirstHalf))]
        public void Suite_Passes(string file) => Passes(file);
    }

    public class SecondHalf(SuiteWorker worker, SuiteReport report, ITestOutputHelper output) : VariantPesterTests(Variant, worker, report, output)
    {
        [Theory]
        [MemberData(nameof(SecondHalf))]
        public void Suite_Passes(string file) => Passes(file);
    }
}
