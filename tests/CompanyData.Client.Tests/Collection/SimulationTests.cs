using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CompanyData.Client.Tests.Collection;

/// <summary>
/// Whole collections in virtual time, each with a service, a disk and ends of processes of its own (tests/Scale/README.md). They run in
/// processes of their own, since each has the one thread that makes a world repeatable.
/// </summary>
public class SimulationTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "CompanyData.Simulation.dll");

    [Fact]
    public async Task Worlds_EachWithTroublesOfItsOwn_KeepEveryRule()
    {
        string worlds = Environment.GetEnvironmentVariable("COMPANYDATA_WORLDS") ?? "2000";
        string first = Environment.GetEnvironmentVariable("COMPANYDATA_WORLD") ?? "1";
        (int exitCode, string output) = await RunAsync("--worlds", worlds, "--first", first, "--processes", "2");
        TestContext.Current.TestOutputHelper!.WriteLine(output);
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task World_RunAgain_TellsTheSameStory()
    {
        (int _, string story) = await RunAsync("--seed", "3");
        (int _, string again) = await RunAsync("--seed", "3");
        Assert.Equal(WithoutProcess(story), WithoutProcess(again));
        Assert.Contains("delivers", story);
    }

    /// <summary>The audit log names the process and the run that wrote it; so the hashes of its lines and its seal differ too.</summary>
    private static string WithoutProcess(string story)
        => Regex.Replace(story, "\"process\":\\d+|[0-9a-f]{32,}", string.Empty, RegexOptions.None, TimeSpan.FromSeconds(10));

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using Process simulation = Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true })!;
        string output = await simulation.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await simulation.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (simulation.ExitCode, output);
    }
}
