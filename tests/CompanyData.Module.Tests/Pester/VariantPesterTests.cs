namespace CompanyData.Module.Tests.Pester;

/// <summary>What a user can do, the same on both variants of the module.</summary>
public abstract class VariantPesterTests(string variant, SuiteWorker worker, SuiteReport report, ITestOutputHelper output)
    : PesterTests(variant, worker, report, output)
{
    public static TheoryData<string> Suites => SuitesOf("tests", "Pester");

    [Theory]
    [MemberData(nameof(Suites))]
    public void Suite_Passes(string file) => Passes("tests", "Pester", file);
}
