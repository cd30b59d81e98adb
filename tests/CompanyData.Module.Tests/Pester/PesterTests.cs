using System.Text.Json;

namespace CompanyData.Module.Tests.Pester;

/// <summary>Runs Pester files on the real engine, one file a row.</summary>
public abstract class PesterTests(string variant, ITestOutputHelper output)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    /// <summary>The Pester files of one folder of the repository.</summary>
    protected static TheoryData<string> SuitesOf(params string[] folder) =>
        [.. Directory.EnumerateFiles(Repository.PathOf(folder), "*.Tests.ps1").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    protected void Passes(params string[] file)
    {
        PowerShellRequirement.Check();

        SuiteResult suite = Run(Repository.PathOf(file));

        output.WriteLine($"Pester {file[^1]} on {variant}: {suite.Passed} passed, {suite.Failed} failed, {suite.Skipped} skipped");
        if (suite.Problem() is { } problem)
        {
            Assert.Fail(problem);
        }

        if (suite.WholeSkipReason() is { } reason)
        {
            Assert.Skip(reason);
        }
    }

    private SuiteResult Run(string path)
    {
        string resultPath = Path.GetTempFileName();
        try
        {
            ChildProcessResult process = PowerShellHost.Current.Run(
                Repository.PathOf("tests", "Pester", "Invoke-Suite.ps1"), ["-Path", path, "-ResultPath", resultPath, "-PesterVersion", PowerShellHost.PesterVersion], variant, TimeLimit);
            Assert.True(process.ExitCode == 0, $"PowerShell itself failed. {process.Error}");
            return JsonSerializer.Deserialize<SuiteResult>(File.ReadAllText(resultPath))!;
        }
        finally
        {
            File.Delete(resultPath);
        }
    }
}
