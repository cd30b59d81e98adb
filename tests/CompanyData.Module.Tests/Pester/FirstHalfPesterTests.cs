namespace CompanyData.Module.Tests.Pester;

/// <summary>Runs the first half of the Pester files on a variant.</summary>
public abstract class FirstHalfPesterTests(string variant, SuiteWorker worker, SuiteReport report, ITestOutputHelper output)
    : VariantPesterTests(variant, worker, report, output)
{
    [Theory]
    [MemberData(nameof(FirstHalf))]
    public void Suite_Passes(string file) => Passes(file);
}
