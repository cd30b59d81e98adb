using System.Globalization;
using CompanyData.Client.Tests.Support;
using CompanyData.Json;
using CompanyData.Qard;
using CompanyData.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Json;

public class MoneyTests
{
    [Theory]
    [InlineData("""{"value":12.50,"currency":"EUR"}""", "12.50", "EUR")]
    [InlineData("""{"currency":"EUR","value":"12.50"}""", "12.50", "EUR")]
    [InlineData("""{"value":12.50}""", "12.50", null)]
    [InlineData("""{"value":12.50,"currency":null}""", "12.50", null)]
    [InlineData("""{"value":12.50,"currency":"EUR","more":{"value":1,"list":[{"value":2}]}}""", "12.50", "EUR")]
    [InlineData("12.50", "12.50", null)]
    [InlineData("\"12.50\"", "12.50", null)]
    [InlineData("-0.01", "-0.01", null)]
    [InlineData("1e3", "1000", null)]
    [InlineData("0.1", "0.1", null)]
    [InlineData("9007199254740993", "9007199254740993", null)]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335", null)]
    public async Task Read_AnyOfItsForms_IsExact(string json, string value, string? currency)
    {
        Money? money = (await Reading.TransactionAsync($"\"amount\":{json}")).Amount;
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), money!.Value);
        Assert.Equal(currency, money.Currency);
    }

    /// <summary>A long answer comes in pieces; what is passed over may lie in any of them.</summary>
    [Fact]
    public async Task Read_FurtherFieldsInALongAnswer_IsExact()
    {
        string padding = new('x', 100_000);
        Money? money = (await Reading.TransactionAsync($$"""
            "amount":{"value":12.50,"currency":"EUR","more":{"value":1,"list":[{"value":2}]},"last":3},"padding":"{{padding}}"
            """)).Amount;
        Assert.Equal(12.50m, money!.Value);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("""{"value":null,"currency":"EUR"}""")]
    [InlineData("""{"currency":"EUR"}""")]
    [InlineData("{}")]
    public async Task Read_NoValue_IsNull(string json)
        => Assert.Null((await Reading.TransactionAsync($"\"amount\":{json}")).Amount);

    [Theory]
    [InlineData("\"a lot\"", "a lot")]
    [InlineData("\"1,50\"", "1,50")]
    [InlineData("\"1 000,50\"", "1 000,50")]
    [InlineData("true", "True")]
    [InlineData("[1]", "1")]
    [InlineData("1e40", "1e40")]
    [InlineData("""{"value":"a lot"}""", "value=a lot")]
    [InlineData("""{"value":{}}""", "value=")]
    public async Task Read_Unreadable_IsEmptyAndKeepsItsRawValue(string json, string raw) => Assert.Equal(raw, $"{await Reading.RawAsync("amount", json)}");

    [Fact]
    public async Task Read_AnyAmount_ComesOutAsItWentIn()
    {
        List<decimal> amounts = [.. Gen.Sample(Amounts, 200)];
        using Wire wire = new();
        wire.Then(
            Replies.Json($"[{string.Join(",", amounts.Select(amount => FormattableString.Invariant($$"""{"amount":{"value":{{amount}},"currency":"EUR"},"fee_amount":{{amount}}}""")))}]"),
            Replies.Json("[]"));

        List<QardCommerceTransaction> read = await wire.RunAsync(client => client.Data.ListCommerceTransactionsAsync("u", CancellationToken.None).ReadAllAsync());
        Assert.Equal(amounts, read.Select(transaction => transaction.Amount!.Value));
        Assert.Equal(amounts, read.Select(transaction => transaction.FeeAmount!.Value));
        Assert.Equal(amounts.Select(Text), read.Select(transaction => Text(transaction.Amount!.Value)));
    }

    [Fact]
    public void CompareTo_TwoAmounts_FollowsTheirValues() => Holds.ForAll(
        from left in Amounts
        from right in Amounts
        select (left, right),
        it =>
        {
            Money left = new(it.left, "EUR");
            Money right = new(it.right, "EUR");
            Assert.Equal(it.left < it.right, left < right);
            Assert.Equal(it.left >= it.right, left >= right);
            Assert.Equal(it.left.CompareTo(it.right), left.CompareTo((object)it.right));
        });

    [Fact]
    public void CompareTo_Text_IsRefused() => Assert.Throws<ArgumentException>(() => new Money(1, null).CompareTo(new object()));

    [Fact]
    public void ToString_InAnyCulture_IsInvariant()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fr-FR");
            Assert.Equal("1234.50 EUR", new Money(1234.50m, "EUR").ToString());
            Assert.Equal("1234.50", new Money(1234.50m, null).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Gen<decimal> Amounts =>
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from mid in Gen.Choose(int.MinValue, int.MaxValue)
        from high in Gen.Choose(0, int.MaxValue)
        from negative in Gen.Elements(true, false)
        from scale in Gen.Choose(0, 10)
        select new decimal(low, mid, high, negative, (byte)scale);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
