using Xunit.Sdk;

namespace CompanyData.Module.Tests.Engine;

public class PowerShellHostTests
{
    [Fact]
    public void Choose_LibraryOfThePinnedEngine_Runs()
    {
        PowerShellRequirement.Check();
        PowerShellHost chosen = PowerShellHost.Choose(PowerShellHost.Current.Command[^1]);

        Assert.Null(chosen.Missing);
        Assert.Equal(PowerShellHost.Current.Description, chosen.Description);
    }

    [Theory]
    [InlineData("no-such-program-here")]
    [InlineData("no-such-library-here.dll")]
    [InlineData("dotnet")]
    public void Choose_SomethingElse_SaysWhatIsMissing(string path)
    {
        PowerShellHost chosen = PowerShellHost.Choose(path);

        Assert.StartsWith($"COMPANYDATA_PWSH names '{path}', which does not start as PowerShell: ", chosen.Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_EngineMissing_FailsInContinuousIntegrationAndSkipsElsewhere()
    {
        PowerShellRequirement.Check(missing: null, isContinuousIntegration: true);
        FailException failure = Assert.Throws<FailException>(() => PowerShellRequirement.Check("no engine", isContinuousIntegration: true));
        Assert.Contains("no engine", failure.Message, StringComparison.Ordinal);
        Assert.Contains("no engine", ReasonOfSkip(() => PowerShellRequirement.Check("no engine", isContinuousIntegration: false)), StringComparison.Ordinal);
    }

    /// <summary>Assert.Throws hands a skip on to the runner, which would skip this test.</summary>
    private static string? ReasonOfSkip(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (SkipException skip)
        {
            return skip.Message;
        }
    }
}
