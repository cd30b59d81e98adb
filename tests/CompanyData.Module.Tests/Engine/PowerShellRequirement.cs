namespace CompanyData.Module.Tests.Engine;

/// <summary>Skips a test where there is no PowerShell; on a CI machine, where CI is set, fails it.</summary>
internal static class PowerShellRequirement
{
    public static void Check() =>
        Check(PowerShellHost.Current.Missing, isContinuousIntegration: Environment.GetEnvironmentVariable("CI") is { Length: > 0 });

    /// <param name="missing">What is missing; null where nothing is.</param>
    /// <param name="isContinuousIntegration">Whether a proof is expected: then a skipped test would pass for one.</param>
    public static void Check(string? missing, bool isContinuousIntegration)
    {
        if (missing is null)
        {
            return;
        }

        if (isContinuousIntegration)
        {
            Assert.Fail(missing);
        }

        Assert.Skip(missing);
    }
}
