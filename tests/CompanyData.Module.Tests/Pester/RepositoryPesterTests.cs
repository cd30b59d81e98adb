namespace CompanyData.Module.Tests.Pester;

/// <summary>The suites about the repository as a whole, whatever the variant: they run once.</summary>
public class RepositoryPesterTests(SuiteWorker worker, SuiteReport report, ITestOutputHelper output)
    : PesterTests("net8.0", worker, report, output)
{
    internal const string Area = "Repository";

    public static TheoryData<string> Suites => [.. PesterFiles(Area)];

    [Theory]
    [MemberData(nameof(Suites))]
    public void Suite_Passes(string file) => Passes(file);
}
