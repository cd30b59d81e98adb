using System.ComponentModel;

namespace CompanyData.Module.Tests.Engine;

public class ChildProcessTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(10);

    [Fact]
    public void Start_NoSuchProgram_IsToldSo() =>
        Assert.Throws<Win32Exception>(() => new ChildProcess(["no-such-program-here"], "net8.0"));

    [Fact]
    public void WaitFor_ProgramThatIsSilent_EndsIt()
    {
        PowerShellRequirement.Check();
        using ChildProcess child = PowerShell("Start-Sleep -Seconds 600");

        Assert.False(child.WaitFor(child.Exited, silence: TimeSpan.FromSeconds(1)));

        Assert.NotEqual(0, child.ExitCode);
        Assert.Contains("nothing had come of it for 1 seconds", child.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WaitFor_SomethingThatTheProgramDidNotDo_IsFalseOnceItHasEnded()
    {
        PowerShellRequirement.Check();
        using ChildProcess child = PowerShell("exit 3");

        Assert.False(child.WaitFor(new TaskCompletionSource().Task, Ample));

        Assert.Equal(3, child.ExitCode);
    }

    [Fact]
    public void Start_KeysInTheEnvironment_StayWithTheCaller()
    {
        PowerShellRequirement.Check();
        Environment.SetEnvironmentVariable("QARD_TEST_MARKER", "set");
        try
        {
            using ChildProcess child = PowerShell("\"$env:COMPANYDATA_VARIANT|$env:QARD_TEST_MARKER|\"");

            Assert.True(child.WaitFor(child.Exited, Ample));
            Assert.Equal("net8.0||", child.Output.Trim());
        }
        finally
        {
            Environment.SetEnvironmentVariable("QARD_TEST_MARKER", null);
        }
    }

    private static ChildProcess PowerShell(string script) =>
        new([.. PowerShellHost.Current.Command, "-NoProfile", "-NonInteractive", "-Command", script], "net8.0");
}
