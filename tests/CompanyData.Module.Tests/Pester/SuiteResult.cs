namespace CompanyData.Module.Tests.Pester;

/// <summary>What Invoke-Suite.ps1 reports of one Pester file.</summary>
internal sealed record SuiteResult(int Passed, int Failed, IReadOnlyList<SuiteFailure> Failures, IReadOnlyList<SuiteSkip> Skips)
{
    /// <summary>Why nothing ran; null where something did.</summary>
    public string? WholeSkipReason() => Passed + Failed == 0 && Skips.Count > 0 ? string.Join("; ", Skips.Select(s => s.Reason).Distinct()) : null;

    /// <summary>Says what is wrong, in Pester's own words where it has some; null where all is well.</summary>
    public string? Problem()
    {
        if (Failures.Count > 0)
        {
            return string.Join("\n\n", Failures.Select(f => $"{f.Name}\n{f.Message}\n{f.Location}"));
        }

        if (Passed + Failed + Skips.Count == 0)
        {
            return "No test ran in this file.";
        }

        return Skips.FirstOrDefault(skip => skip.Reason.Length == 0) is { } silent
            ? $"'{silent.Name}' is skipped without a reason. Give one: Set-ItResult -Skipped -Because"
            : null;
    }
}
