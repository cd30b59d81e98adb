namespace CompanyData.Module.Tests.Pester;

/// <summary>
/// What a user can do, the same on both variants of the module. Each variant's files are divided between two processes, because many of
/// them wait more than they compute.
/// </summary>
public abstract class VariantPesterTests(string variant, SuiteWorker worker, SuiteReport report, ITestOutputHelper output)
    : PesterTests(variant, worker, report, output)
{
    public static TheoryData<string> FirstHalf => EverySecond(0);

    public static TheoryData<string> SecondHalf => EverySecond(1);

    protected void Passes(string file) => Passes("tests", "Pester", file);

    // By turns, so that the files of one service, which cost alike, are divided too.
    private static TheoryData<string> EverySecond(int first) => [.. PesterFiles("tests", "Pester").Where((_, index) => index % 2 == first)];
}
