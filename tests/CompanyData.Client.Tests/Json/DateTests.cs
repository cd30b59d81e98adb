using System.Globalization;
using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Json;

public class DateTests
{
    [Theory]
    [InlineData("2024-01-15 10:30:00", "2024-01-15T10:30:00")]
    [InlineData("2024-01-15T10:30:00", "2024-01-15T10:30:00")]
    [InlineData("2024-01-15T10:30:00Z", "2024-01-15T10:30:00")]
    [InlineData("2024-01-15T23:30:00+02:00", "2024-01-15T23:30:00")]
    [InlineData("2024-01-15T00:30:00-11:00", "2024-01-15T00:30:00")]
    [InlineData("2024-01-15 10:30:00 +02:00", "2024-01-15T10:30:00")]
    [InlineData("2024-01-15T10:30:00.123456Z", "2024-01-15T10:30:00.123456")]
    [InlineData("2024-01-15", "2024-01-15T00:00:00")]
    [InlineData("1789-07-14", "1789-07-14T00:00:00")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00")]
    [InlineData("2024-03-31 02:30:00", "2024-03-31T02:30:00")]
    [InlineData(" 2024-01-15 ", "2024-01-15T00:00:00")]
    public async Task Read_WithOrWithoutAZone_KeepsTheClocksReading(string text, string expected)
    {
        DateTime? date = (await Reading.TransactionAsync($"\"source_created_at\":\"{text}\"")).SourceCreatedAt;
        Assert.Equal(DateTime.ParseExact(expected, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture), date);
        Assert.Equal(DateTimeKind.Unspecified, date!.Value.Kind);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    public async Task Read_Empty_IsNull(string json)
        => Assert.Null((await Reading.TransactionAsync($"\"source_created_at\":{json}")).SourceCreatedAt);

    /// <summary>Some of these are dates to a lenient reader: of today, of this year, or with day and month the other way round.</summary>
    [Theory]
    [InlineData("\"rubbish\"")]
    [InlineData("\"2024-13-01\"")]
    [InlineData("\"2023-02-29\"")]
    [InlineData("\"0000-00-00\"")]
    [InlineData("\"2024-01-15 25:00:00\"")]
    [InlineData("\"10:30\"")]
    [InlineData("\"01/02/2024\"")]
    [InlineData("\"13/02/2024\"")]
    [InlineData("\"1.5\"")]
    [InlineData("\"5 May\"")]
    [InlineData("\"2024-01-15 rubbish\"")]
    [InlineData("1705314600")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("\"1972-10\"")]
    [InlineData("\"[ND]\"")]
    public async Task Read_Unreadable_IsEmptyAndKeepsItsRawValue(string json)
        => Assert.Equal(json.Trim('"'), $"{await Reading.RawAsync("source_created_at", json)}".Replace("True", "true", StringComparison.Ordinal) is { Length: > 0 } raw ? raw : "{}");

    [Fact]
    public async Task Read_AnyTime_ComesOutAsItWentIn()
    {
        Gen<DateTime> times =
            from day in Gen.Choose(0, 3_000_000)
            from second in Gen.Choose(0, 86_399)
            select DateTime.MinValue.AddDays(day).AddSeconds(second);
        List<DateTime> sent = [DateTime.MinValue, new(9999, 12, 31, 23, 59, 59), .. Gen.Sample(times, 97)];
        using Wire wire = new();
        wire.Then(Replies.Json($"[{string.Join(",", sent.Select(time => FormattableString.Invariant($"{{\"source_created_at\":\"{time:yyyy-MM-dd HH:mm:ss}\"}}")))}]"));

        List<QardCommerceTransaction> read = await wire.RunAsync(client => client.Data.ListCommerceTransactionsAsync("u", CancellationToken.None).ReadAllAsync());
        Assert.Equal(sent, read.Select(transaction => transaction.SourceCreatedAt!.Value));
    }

    [Fact]
    public async Task Read_InAnotherCulture_IsTheSame()
    {
        CultureInfo before = CultureInfo.DefaultThreadCurrentCulture ?? CultureInfo.InvariantCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("th-TH");
            Assert.Equal(2024, (await Reading.TransactionAsync("\"source_created_at\":\"2024-01-15\"")).SourceCreatedAt!.Value.Year);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
