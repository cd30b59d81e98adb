namespace CompanyData.Module.Tests.Pester;

/// <summary>Skips a test where there is no PowerShell; on a CI machine, where CI is set, fails it.</summary>
internal static class PowerShellRequirement
{
    public static void Check()
    {
        string? missing = PowerShellHost.Current.Missing;
        if (missing is not null && Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            Assert.Fail(missing);
        }

        Skip.If(missing is not null, missing);
    }
}
