using System.Diagnostics;
using CompanyData.Module.Tests.Engine;

namespace CompanyData.Module.Tests.Pester;

/// <summary>Runs Pester files on the real engine, one row per file.</summary>
public abstract class PesterTests(string variant, SuiteWorker worker, SuiteReport report, ITestOutputHelper output) : IClassFixture<SuiteWorker>
{
    /// <summary>The Pester files of a folder of <c>tests/Pester</c>, with that folder.</summary>
    protected static IEnumerable<string> PesterFiles(string area) => Directory
        .EnumerateFiles(Repository.PathOf("tests", "Pester", area), "*.Tests.ps1")
        .Select(path => $"{area}/{Path.GetFileName(path)}")
        .Order(StringComparer.Ordinal);

    protected void Passes(string file)
    {
        PowerShellRequirement.Check();

        Stopwatch watch = Stopwatch.StartNew();
        SuiteResult suite = worker.Run(Repository.PathOf("tests", "Pester", file), variant);
        report.Add(new SuiteRun(file, variant, suite, watch.Elapsed));

        // .ci/run counts what this line says in place of the row.
        string counts = $"Pester {file} on {variant}: {suite.Passed} passed, {suite.Failed} failed, {suite.Skips.Count} skipped";
        output.WriteLine(counts);
        if (suite.Problem() is { } problem)
        {
            Assert.Fail(problem);
        }

        if (suite.WholeSkipReason() is { } reason)
        {
            // Of a skipped row the results keep the reason alone.
            Assert.Skip($"{counts}, because {reason}");
        }
    }
}
