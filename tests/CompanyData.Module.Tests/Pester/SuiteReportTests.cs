namespace CompanyData.Module.Tests.Pester;

public class SuiteReportTests
{
    [Fact]
    public void Describe_SumsUp_GivesReasonsAndNamesTheSlowest()
    {
        SuiteSkip skip = new("x", "a tool is missing");
        SuiteRun[] runs =
        [
            new("A.Tests.ps1", "net8.0", new SuiteResult(2, 0, [], [skip, skip]), TimeSpan.FromSeconds(1)),
            .. Enumerable.Range(2, 10).Select(n => new SuiteRun("B.Tests.ps1", $"v{n}", new SuiteResult(1, 0, [], []), TimeSpan.FromSeconds(n))),
        ];

        string[] lines = SuiteReport.Describe("PowerShell 7", runs).TrimEnd().Split(Environment.NewLine);

        Assert.Equal("PowerShell 7: 12 passed, 0 failed, 2 skipped", lines[0]);
        Assert.Equal("  skipped in A.Tests.ps1: 2, because a tool is missing", lines[1]);
        Assert.Equal("    11.0 s  B.Tests.ps1 on v11", lines[2]);
        Assert.Equal("     2.0 s  B.Tests.ps1 on v2", lines[^1]);
    }
}
