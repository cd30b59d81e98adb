namespace CompanyData.Module.Tests.Pester;

/// <summary>What Invoke-Suite.ps1 reports of one Pester file.</summary>
internal sealed record SuiteResult(int Passed, int Failed, int Skipped, IReadOnlyList<SuiteFailure> Failures, IReadOnlyList<string> SkipReasons)
{
    /// <summary>Why nothing ran; null where something did.</summary>
    public string? WholeSkipReason() => Passed + Failed == 0 && Skipped > 0 ? string.Join("; ", SkipReasons.Distinct()) : null;

    /// <summary>Says in Pester's own words what is wrong; null where all is well. A file in which nothing ran is not well.</summary>
    public string? Problem()
    {
        if (Failures.Count > 0)
        {
            return string.Join("\n\n", Failures.Select(f => $"{f.Name}\n{f.Message}\n{f.Location}"));
        }

        return Passed + Failed + Skipped == 0 ? "No test ran in this file." : null;
    }
}
