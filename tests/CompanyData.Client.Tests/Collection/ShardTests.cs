using CompanyData.Collection;

namespace CompanyData.Client.Tests.Collection;

public class ShardTests
{
    /// <summary>Never to be changed: journals of a divided portfolio rest on it.</summary>
    [Theory]
    [InlineData("123456789", 16, 4)]
    [InlineData("000000001", 16, 15)]
    [InlineData("552032534", 16, 12)]
    [InlineData("552032534", 7, 1)]
    [InlineData("123456789", 9973, 1999)]
    [InlineData("552032534", 9973, 2312)]
    public void Contains_Siren_IsInTheSameShareForEver(string siren, int count, int number)
        => Assert.Equal([number], Enumerable.Range(1, count).Where(n => new CollectionShard(n, count).Contains(siren)));

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    public void Contains_ManySirens_SharesThemEvenlyAndEachOnce(int count)
    {
        string[] sirens = [.. Enumerable.Range(0, 16_000).Select(i => $"{300_000_000 + i}")];
        int[] sizes = [.. Enumerable.Range(1, count).Select(n => sirens.Count(new CollectionShard(n, count).Contains))];
        Assert.Equal(sirens.Length, sizes.Sum());
        double even = sirens.Length / (double)count;
        Assert.All(sizes, size => Assert.InRange(size, even * 0.85, even * 1.15));
    }

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("16/16", 16, 16)]
    public void Parse_Share_ReadsIt(string text, int number, int count)
    {
        CollectionShard shard = CollectionShard.Parse(text);
        Assert.Equal((number, count, text), (shard.Number, shard.Count, shard.ToString()));
    }

    [Theory]
    [InlineData("0/16")]
    [InlineData("17/16")]
    [InlineData("-1/16")]
    [InlineData("1/0")]
    [InlineData("1/10001")]
    [InlineData("x")]
    [InlineData("3")]
    [InlineData("3/16/2")]
    [InlineData("")]
    [InlineData("99999999999/99999999999")]
    public void Parse_NoShare_SaysWhatOneLooksLike(string text)
        => Assert.Contains("/16", Assert.Throws<ArgumentException>(() => CollectionShard.Parse(text)).Message);

    [Theory]
    [InlineData("123456789")]
    [InlineData("000000001")]
    [InlineData("552032534")]
    public void Contains_TheDigitsOfALine_AreTheSameSiren(string siren)
        => Assert.All(Enumerable.Range(1, 16), n => Assert.Equal(new CollectionShard(n, 16).Contains(siren), new CollectionShard(n, 16).Contains($"{siren};Example".ToCharArray())));

    [Theory]
    [InlineData("+1/16")]
    [InlineData(" 1/16")]
    [InlineData("1,0/16")]
    public void Parse_NumbersInAnotherForm_AreNoShard(string text)
        => Assert.Contains("such as 3/16", Assert.Throws<ArgumentException>(() => CollectionShard.Parse(text)).Message);

    [Fact]
    public void Parse_TheGreatestCount_IsAccepted()
    {
        Assert.Equal(CollectionShard.MaxCount, CollectionShard.Parse("10000/10000").Number);
        Assert.Contains("the maximum is 10", Assert.Throws<ArgumentException>(() => CollectionShard.Parse("1/10001")).Message);
    }
}
