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

    // By turns, so that the files of one area, which cost alike, are divided too.
    private static TheoryData<string> EverySecond(int first) => [.. Areas().SelectMany(PesterFiles).Where((_, index) => index % 2 == first)];

    private static IEnumerable<string> Areas() => Directory
        .EnumerateDirectories(Repository.PathOf("tests", "Pester"))
        .Select(path => Path.GetFileName(path))
        .Except([PackagePesterTests.Area, RepositoryPesterTests.Area])
        .Order(StringComparer.Ordinal);
}
