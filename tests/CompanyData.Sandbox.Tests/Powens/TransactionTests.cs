using System.Globalization;
using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Powens;

public sealed class TransactionTests : IDisposable
{
    private const string Checking = "users/me/accounts/101/transactions";
    private readonly PowensWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("users/me/transactions", 250 + 12 + 12)]
    [InlineData("users/me/connections/1/transactions", 250 + 12 + 12)]
    [InlineData("users/me/connections/1/accounts/101/transactions", 250)]
    [InlineData(Checking, 250)]
    [InlineData("users/me/accounts/103/transactions?all", 12)]
    [InlineData("users/me/transactions?all", 250 + 12 + 12 + 12 + 1)]
    [InlineData("users/me/transactions?deleted", 1)]
    public async Task List_FollowedByItsLinks_HasEachTransactionOnce(string path, int expected)
    {
        var ids = new List<long>();
        var pages = 0;
        for (var next = $"{path}{(path.Contains('?') ? '&' : '?')}limit=60&min_date=2000-01-01"; next is not null; pages++)
        {
            var page = await _world.ReadAsync(next);
            ids.AddRange(Items(page).Select(item => item.GetProperty("id").GetInt64()));
            next = Next(page);
            Assert.True(next is null || next.StartsWith(pages % 2 == 0 ? "https://sandbox.test/powens/2.0/users/me/" : "/powens/2.0/users/me/", StringComparison.Ordinal));
            Assert.True(next is null || next.Contains("min_date=2000-01-01", StringComparison.Ordinal));
        }

        Assert.Equal(expected, ids.Count);
        Assert.Equal(expected, ids.Distinct().Count());
        Assert.Equal((expected + 59) / 60, pages);
    }

    [Fact]
    public async Task List_OfOnePage_EndsExactly()
    {
        Assert.Null(Next(await _world.ReadAsync($"{Checking}?limit=250")));
        Assert.Empty(Items(await _world.ReadAsync($"{Checking}?limit=10&offset=9999999999")));
    }

    [Theory]
    [InlineData("", "missingParameter")]
    [InlineData("?limit=1001", "invalidValue")]
    [InlineData("?limit=10&offset=x", "invalidValue")]
    [InlineData("?limit=10&min_date=yesterday", "invalidValue")]
    [InlineData("?limit=10&min_value=much", "invalidValue")]
    public async Task List_WithThisQuery_IsRefused(string query, string code)
    {
        var answer = await _world.GetAsync($"users/me/transactions{query}");
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Text("code")));
    }

    [Fact]
    public async Task List_NewestFirst_HasExactValues()
    {
        var page = await _world.ReadAsync($"{Checking}?limit=250");
        var items = Items(page).ToList();
        var dates = items.Select(item => item.GetProperty("date").GetString()!).ToList();

        Assert.Equal("0.10", items[0].GetProperty("value").GetRawText());
        Assert.Equal("1234567.89", items[1].GetProperty("value").GetRawText());
        Assert.Equal("2024-01-15", dates[0]);
        Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
        Assert.Equal((dates[^1], dates[0]), (page.GetProperty("result_min_date").GetString(), page.GetProperty("result_max_date").GetString()));
        Assert.Equal((dates[^1], dates[0]), (page.GetProperty("first_date").GetString(), page.GetProperty("last_date").GetString()));
        Assert.Equal("USD", items[5].GetProperty("original_currency").GetProperty("id").GetString());
        Assert.True(items[2].GetProperty("coming").GetBoolean());
    }

    [Theory]
    [InlineData("min_date=2023-12-01&max_date=2023-12-31", "application_date", "2023-12-01", "2023-12-31")]
    [InlineData("min_date=2023-12-01&max_date=2023-12-31&filter=date", "date", "2023-12-01", "2023-12-31")]
    [InlineData("min_date=2023-12-01&max_date=2023-12-31&filter=rdate", "rdate", "2023-12-01", "2023-12-31")]
    [InlineData("min_date=2023-12-01&max_date=2023-12-31&filter=vdate", "vdate", "2023-12-01", "2023-12-31")]
    public async Task List_BetweenDates_HasThoseAndAllOfThem(string query, string name, string from, string to)
    {
        await _world.SendAsync("POST", $"users/me/transactions/{(await SelectAsync(""))[0].GetProperty("id")}", """{"application_date":"2023-12-15"}""");
        await _world.SendAsync("POST", $"users/me/transactions/{(await SelectAsync("filter=date&max_date=2023-12-20"))[0].GetProperty("id")}", """{"application_date":"2024-01-02"}""");
        var items = await SelectAsync(query);
        var expected = (await SelectAsync("")).Where(item =>
            string.CompareOrdinal(item.GetProperty(name).GetString(), from) >= 0
            && string.CompareOrdinal(item.GetProperty(name).GetString(), to) <= 0);

        Assert.NotEmpty(items);
        Assert.Equal(Ids(expected), Ids(items));
    }

    [Fact]
    public async Task List_WithValuesOrWords_HasWhatFits()
    {
        var all = await SelectAsync("");
        Assert.Equal(
            Ids(all.Where(item => item.GetProperty("value").GetDecimal() is >= -50.5m and <= 10m)),
            Ids(await SelectAsync("min_value=-50.5&max_value=10")));
        Assert.Equal(
            Ids(all.Where(item => item.GetProperty("wording").GetString()!.StartsWith("Café", StringComparison.Ordinal))),
            Ids(await SelectAsync("search=CAFÉ")));
        var day = all[20].GetProperty("date").GetString();
        Assert.Equal(Ids(all.Where(item => item.GetProperty("date").GetString() == day)), Ids(await SelectAsync($"search={day}")));
        Assert.Equal(Ids(all.Where(item => item.GetProperty("value").GetDecimal() < 0)), Ids(await SelectAsync("search=purchases")));
        Assert.Equal([1010000001L], Ids(await SelectAsync("search=1234567.89")));
        Assert.Equal(
            Ids(all.Where(item => item.GetProperty("wording").GetString()!.Contains("Garage", StringComparison.Ordinal))),
            Ids(await SelectAsync("wording=garage")));
        Assert.Equal(Ids(all.Where(item => item.GetProperty("value").GetDecimal() > 0)), Ids(await SelectAsync("income=true")));
        Assert.Equal(Ids(all.Where(item => item.GetProperty("value").GetDecimal() < 0)), Ids(await SelectAsync("income=false")));
        var value = all[10].GetProperty("value").GetRawText().TrimStart('-');
        Assert.Contains(all[10].GetProperty("id").GetInt64(), Ids(await SelectAsync($"value=%C2%B1{value}")));
        Assert.Contains(all[10].GetProperty("id").GetInt64(), Ids(await SelectAsync($"value={value}%7C-{value}")));
        Assert.Equal([1010000000L], Ids(await SelectAsync("value=0.10")));
        Assert.Equal(
            Ids((await SelectAsync("search=garage")).Skip(3)),
            Ids(Items(await _world.ReadAsync($"{Checking}?limit=1000&offset=3&search=garage"))));
    }

    [Fact]
    public async Task Removed_ComesWithAllAndAfterEachSynchronisation()
    {
        var removed = Items(await _world.ReadAsync($"{Checking}?limit=10&deleted")).Single();
        Assert.Equal("2024-01-15 11:30:00", removed.GetProperty("deleted").GetString());
        Assert.Equal(251, Items(await _world.ReadAsync($"{Checking}?limit=1000&all")).Count());
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync($"users/me/transactions/{removed.GetProperty("id")}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync($"users/me/transactions/{removed.GetProperty("id")}?all")).Status);

        _world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(Items(await _world.ReadAsync($"{Checking}?limit=10&all&last_update=2024-01-15%2012:00:00")));
        await _world.SendAsync("PUT", "users/me/connections/1");
        _world.Clock.Advance(PowensWorld.SyncDuration);
        Assert.Equal(Ids([removed]), Ids(Items(await _world.ReadAsync($"{Checking}?limit=10&all&last_update=2024-01-15%2012:00:00"))));
        Assert.Empty(Items(await _world.ReadAsync($"{Checking}?limit=10&last_update=2024-01-15%2012:00:00")));
    }

    [Fact]
    public async Task DisabledAccount_ItsTransactionsComeWithAllAlone()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync("users/me/accounts/103/transactions?limit=10")).Status);
        var one = Items(await _world.ReadAsync("users/me/accounts/103/transactions?limit=1&all")).Single().GetProperty("id");
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync($"users/me/transactions/{one}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync($"users/me/transactions/{one}?all")).Status);
    }

    [Fact]
    public async Task LastMonth_WithoutDates_IsAllThatComes()
    {
        var path = await _world.ConnectedAsync(23);
        _world.Clock.Advance(PowensWorld.SyncDuration);
        var page = await _world.ReadAsync($"{path}/transactions?limit=1000");

        Assert.True(string.CompareOrdinal(page.GetProperty("first_date").GetString(), page.GetProperty("result_min_date").GetString()) < 0);
        Assert.All(Items(page), item => Assert.True(string.CompareOrdinal(item.GetProperty("date").GetString(), "2023-12-15") >= 0));
        Assert.True(Items(await _world.ReadAsync($"{path}/transactions?limit=1000&min_date=2000-01-01")).Count() > Items(page).Count());
    }

    [Fact]
    public async Task SmallPages_WithoutLinks_GoOnByOffset()
    {
        _world.Options.PowensTransactionCount = 1200;
        var path = await _world.ConnectedAsync(24);
        _world.Clock.Advance(PowensWorld.SyncDuration);
        var first = await _world.ReadAsync($"{path}/transactions?limit=1000&offset=0");
        Assert.Equal(500, Items(first).Count());
        Assert.False(first.TryGetProperty("_links", out _));
        Assert.Equal(200, Items(await _world.ReadAsync($"{path}/transactions?limit=1000&offset=1000")).Count());
        Assert.Empty(Items(await _world.ReadAsync($"{path}/transactions?limit=1000&offset=1200")));
    }

    [Theory]
    [InlineData("""{"wording":"Café du coin","comment":"à vérifier","active":false,"application_date":"2024-02-01","categories":[{"code":"food"}]}""")]
    public async Task Change_OfATransaction_IsKeptAndFoundByLastUpdate(string body)
    {
        var path = "users/me/transactions/" + (await SelectAsync(""))[7].GetProperty("id");
        var before = await _world.ReadAsync(path);
        _world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await _world.SendAsync("POST", path, body)).Status);

        var after = await _world.ReadAsync(path);
        Assert.Equal("Café du coin", after.GetProperty("wording").GetString());
        Assert.Equal(before.GetProperty("original_wording").GetString(), after.GetProperty("original_wording").GetString());
        Assert.Equal("à vérifier", after.GetProperty("comment").GetString());
        Assert.False(after.GetProperty("active").GetBoolean());
        Assert.Equal("2024-02-01", after.GetProperty("application_date").GetString());
        Assert.Equal("food", after.GetProperty("categories")[0].GetProperty("code").GetString());
        Assert.Equal("2024-01-15 12:30:00", after.GetProperty("last_update").GetString());
        Assert.Equal(Ids([after]), Ids(await SelectAsync("last_update=2024-01-15%2012:00:00")));
        Assert.Equal(250, (await SelectAsync("last_update=2024-01-15%2011:30:00")).Count);
        Assert.Equal(Ids([after]), Ids(await SelectAsync("search=du%20coin")));
    }

    [Fact]
    public async Task Read_OfOne_CanExpandItsAccount()
    {
        var one = await _world.ReadAsync("users/me/transactions/1010000003?expand=account");
        Assert.Equal(101, one.GetProperty("account").GetProperty("id").GetInt64());
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync("users/me/transactions/1010000250")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync("users/me/transactions/none")).Status);
    }

    [Fact]
    public async Task StrangeTransactions_HaveUnknownTypesAndNulls()
    {
        var path = await _world.ConnectedAsync(17);
        _world.Clock.Advance(PowensWorld.SyncDuration);
        var items = Items(await _world.ReadAsync($"{path}/transactions?limit=10")).ToList();

        Assert.Equal("quantum_transfer", items[0].GetProperty("type").GetString());
        Assert.Equal(JsonValueKind.Null, items[1].GetProperty("type").ValueKind);
        Assert.Equal(JsonValueKind.Null, items[4].GetProperty("value").ValueKind);
        Assert.Equal(42, items[0].GetProperty("new_object").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task NextLink_OfTheTraps_LeadsAstray()
    {
        var elsewhere = await _world.ConnectedAsync(15);
        var loop = await _world.ConnectedAsync(16);
        _world.Clock.Advance(PowensWorld.SyncDuration);

        Assert.StartsWith("https://elsewhere.example.test/", Next(await _world.ReadAsync($"{elsewhere}/transactions?limit=10")), StringComparison.Ordinal);
        var next = Next(await _world.ReadAsync($"{loop}/transactions?limit=10"));
        Assert.Equal(next, Next(await _world.ReadAsync(next!)));
    }

    [Fact]
    public async Task Million_ReadHereAndThere_IsThereAtOnce()
    {
        _world.Options.PowensTransactionCount = 1_000_000;
        var last = await _world.ReadAsync($"{Checking}?limit=1000&offset=999000");
        Assert.Equal(1000, Items(last).Count());
        Assert.Null(Next(last));
        Assert.Equal(
            "2023-06-01",
            Items(await _world.ReadAsync($"{Checking}?limit=1&max_date=2023-06-01")).Single().GetProperty("date").GetString());

        for (var offset = 0; offset < 100_000; offset += 1000)
        {
            Assert.Equal(1000, Items(await _world.ReadAsync($"{Checking}?limit=1000&offset={offset.ToString(CultureInfo.InvariantCulture)}")).Count());
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void Count_OutOfRange_IsRefused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SandboxOptions { PowensTransactionCount = count });

    private static JsonElement.ArrayEnumerator Items(JsonElement page) => page.GetProperty("transactions").EnumerateArray();

    private static string? Next(JsonElement page) => page.GetProperty("_links").GetProperty("next") is { ValueKind: JsonValueKind.Object } next
        ? next.GetProperty("href").GetString()
        : null;

    private static IEnumerable<long> Ids(IEnumerable<JsonElement> items) => items.Select(item => item.GetProperty("id").GetInt64()).ToList();

    private async Task<IReadOnlyList<JsonElement>> SelectAsync(string query) =>
        [.. Items(await _world.ReadAsync($"{Checking}?limit=1000&{query}"))];
}
