namespace CompanyData.Module.Tests.Engine;

/// <summary>Skips a test where there is no PowerShell; on a CI machine, where CI is set, fails it.</summary>
internal static class PowerShellRequirement
{
    public static void Check()
    {
        if (PowerShellHost.Current.Missing is not { } missing)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            Assert.Fail(missing);
        }

        Assert.Skip(missing);
    }
}
