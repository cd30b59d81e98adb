using System.Diagnostics;

namespace CompanyData.Module.Tests.Pester;

public class ChildProcessTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);

    [Fact]
    public void Run_NoSuchProgram_HasNoExitCode() =>
        Assert.Null(ChildProcess.Run(["no-such-program-here"], "net8.0", Ample).ExitCode);

    [Fact]
    public void Run_PastItsTimeLimit_IsEnded()
    {
        PowerShellRequirement.Check();
        Stopwatch watch = Stopwatch.StartNew();

        ChildProcessResult result = PowerShell("Start-Sleep -Seconds 60", TimeSpan.FromSeconds(1));

        Assert.Null(result.ExitCode);
        Assert.StartsWith("Ended after 1 seconds", result.Error, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Run_KeysInTheEnvironment_StayWithTheCaller()
    {
        PowerShellRequirement.Check();
        Environment.SetEnvironmentVariable("QARD_TEST_MARKER", "set");
        try
        {
            ChildProcessResult result = PowerShell("\"$env:COMPANYDATA_VARIANT|$env:QARD_TEST_MARKER|\"", Ample);

            Assert.Equal("net8.0||", result.Output.Trim());
        }
        finally
        {
            Environment.SetEnvironmentVariable("QARD_TEST_MARKER", null);
        }
    }

    private static ChildProcessResult PowerShell(string script, TimeSpan timeLimit) =>
        ChildProcess.Run([.. PowerShellHost.Current.Command, "-NoProfile", "-NonInteractive", "-Command", script], "net8.0", timeLimit);
}
