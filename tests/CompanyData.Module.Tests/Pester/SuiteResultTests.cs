namespace CompanyData.Module.Tests.Pester;

public class SuiteResultTests
{
    private static readonly SuiteSkip ToolIsMissing = new("A.one", "a tool is missing");

    [Fact]
    public void Problem_EverythingPassed_IsNull() => Assert.Null(new SuiteResult(2, 0, [], [ToolIsMissing]).Problem());

    [Fact]
    public void Problem_NothingRan_IsToldSo() => Assert.Equal("No test ran in this file.", new SuiteResult(0, 0, [], []).Problem());

    [Fact]
    public void Problem_Failures_AreGivenInPestersWords() => Assert.Equal(
        "A.one\nExpected 1, but got 2.\nA.Tests.ps1:3\n\nA.two\nBoom.\nA.Tests.ps1:7",
        new SuiteResult(1, 2, [new("A.one", "Expected 1, but got 2.", "A.Tests.ps1:3"), new("A.two", "Boom.", "A.Tests.ps1:7")], []).Problem());

    [Fact]
    public void Problem_SkippedWithoutReason_IsToldSo() =>
        Assert.StartsWith("'A.two' is skipped without a reason.", new SuiteResult(1, 0, [], [ToolIsMissing, new("A.two", "")]).Problem(), StringComparison.Ordinal);

    [Fact]
    public void WholeSkipReason_EverythingWasSkipped_IsEachReasonOnce() =>
        Assert.Equal("a tool is missing", new SuiteResult(0, 0, [], [ToolIsMissing, ToolIsMissing]).WholeSkipReason());

    [Fact]
    public void WholeSkipReason_SomethingRan_IsNull() =>
        Assert.Null(new SuiteResult(1, 0, [], [ToolIsMissing, ToolIsMissing]).WholeSkipReason());
}
