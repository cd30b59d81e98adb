namespace CompanyData.Module.Tests.Pester;

/// <summary>Runs the second half of the Pester files on a variant.</summary>
public abstract class SecondHalfPesterTests(string variant, SuiteWorker worker, SuiteReport report, ITestOutputHelper output)
    : VariantPesterTests(variant, worker, report, output)
{
    [Theory]
    [MemberData(nameof(SecondHalf))]
    public void Suite_Passes(string file) => Passes(file);
}
