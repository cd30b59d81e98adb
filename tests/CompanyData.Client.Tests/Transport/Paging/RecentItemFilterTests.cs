using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class RecentItemFilterTests
{
    /// <summary>Items are written as their key and their content.</summary>
    [Theory]
    [InlineData("1a 1b 1b", "1a 1b")]
    [InlineData("1a 1a 1b", "1a 1b")]
    [InlineData("1a 1b 2x 2x 2y", "1a 1b 2x 2y")]
    [InlineData("1a 2x 1a 2x 3z 3z", "1a 2x 3z")]
    [InlineData("1a 2a", "1a 2a")]
    [InlineData("-a -a", "-a -a")]
    public void TakeNew_WithinAPage_TakesEachContentOnce(string page, string taken)
        => Assert.Equal(taken.Split(' '), Create().TakeNew(page.Split(' ')));

    [Fact]
    public void TakeNew_OnALaterPage_TakesNoKeyAgain()
    {
        RecentItemFilter<string> filter = Create();
        filter.TakeNew(["1a", "2a"]);
        Assert.Equal(["3a"], filter.TakeNew(["2b", "3a"]));
        Assert.Equal(["4a", "4b"], filter.TakeNew(["1a", "4a", "4b"]));
    }

    [Fact]
    public void TakeNew_EndlessList_RemembersTheLastTenThousand()
    {
        const int Remembered = 10_000;
        RecentItemFilter<int> filter = new(item => $"{item}", item => $"{item}");
        Assert.Equal(Remembered, filter.TakeNew([.. Enumerable.Range(0, Remembered)]).Count);
        Assert.Empty(filter.TakeNew([0]));
        Assert.Equal([Remembered], filter.TakeNew([Remembered]));
        Assert.Empty(filter.TakeNew([1]));
        Assert.Equal([0], filter.TakeNew([0]));
    }

    private static RecentItemFilter<string> Create() => new(item => item[0] == '-' ? null : item[..1], item => item[1..]);
}
