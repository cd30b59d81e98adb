namespace CompanyData.Module.Tests.Pester;

/// <summary>The suites about the package that <c>build.ps1</c> makes, whatever the variant: they run once.</summary>
public class PackagePesterTests(SuiteWorker worker, SuiteReport report, ITestOutputHelper output)
    : PesterTests("net8.0", worker, report, output)
{
    internal const string Area = "Package";

    public static TheoryData<string> Suites => [.. PesterFiles(Area)];

    [Theory]
    [MemberData(nameof(Suites))]
    public void Suite_Passes(string file) => Passes(file);
}
