using System.Text.Json;
using Xunit.Abstractions;

namespace CompanyData.Module.Tests.Pester;

/// <summary>Runs every Pester file of tests/Module on the real engine, one file a row.</summary>
public abstract class PesterTests(string variant, ITestOutputHelper output)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    public static TheoryData<string> Suites =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests", "Module"), "*.Tests.ps1").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [SkippableTheory]
    [MemberData(nameof(Suites))]
    public void Suite_Passes(string file)
    {
        Skip.If(PowerShellHost.Current.Missing is not null, PowerShellHost.Current.Missing);

        SuiteResult suite = Run(file);

        output.WriteLine($"Pester {file} on {variant}: {suite.Passed} passed, {suite.Failed} failed, {suite.Skipped} skipped");
        if (suite.Problem() is { } problem)
        {
            Assert.Fail(problem);
        }
    }

    private SuiteResult Run(string file)
    {
        string resultPath = Path.GetTempFileName();
        try
        {
            string[] arguments = ["-Path", Repository.PathOf("tests", "Module", file), "-ResultPath", resultPath];
            ChildProcessResult process = PowerShellHost.Current.Run(
                Repository.PathOf("tests", "Module", "Invoke-Suite.ps1"), arguments, variant, TimeLimit);
            Assert.True(process.ExitCode == 0, $"PowerShell itself failed. {process.Error}");
            return JsonSerializer.Deserialize<SuiteResult>(File.ReadAllText(resultPath))!;
        }
        finally
        {
            File.Delete(resultPath);
        }
    }
}
