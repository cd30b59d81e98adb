namespace CompanyData.Module.Tests.Pester;

/// <summary>The suites about the repository as a whole, whatever the variant: they run once.</summary>
public class RepositoryPesterTests(SuiteWorker worker, SuiteReport report, ITestOutputHelper output)
    : PesterTests("net8.0", worker, report, output)
{
    public static TheoryData<string> Suites => [.. PesterFiles("tests", "Pester", "Repository")];

    [Theory]
    [MemberData(nameof(Suites))]
    public void Suite_Passes(string file) => Passes("tests", "Pester", "Repository", file);
}
