namespace CompanyData.Module.Tests.Pester;

/// <summary>The Pester suites on what Windows PowerShell 5.1 loads.</summary>
public static class DesktopPesterTests
{
    private const string Variant = "netstandard2.0";

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
