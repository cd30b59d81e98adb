using CompanyData.Client.Tests.Support;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Powens;

/// <summary>A list without links ends by a sign of its own, and one that is not the whole says so.</summary>
public class ListEndTests
{
    /// <summary>A domain that gives 500 at most, without links: 500 of 1,200 came, and no error.</summary>
    [Theory]
    [InlineData(500, 500)]
    [InlineData(1200, 500)]
    [InlineData(1500, 500)]
    [InlineData(3, 1)]
    public async Task Offset_ShorterPagesThanAskedFor_AreReadToTheEnd(int count, int most)
    {
        using PowensWire wire = new();
        wire.Always(PagedReplies.Serve(count, most: most));
        Assert.Equal(Enumerable.Range(0, count).Select(id => $"{id}"), (await wire.TransactionsAsync()).Select(item => item.Id));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(24, 1)]
    [InlineData(1001, 2)]
    public async Task Total_AsManyAsCame_EndsTheList(int count, int requests)
    {
        using PowensWire wire = new();
        wire.Always(PagedReplies.Serve(count, total: count));
        Assert.Equal(count, (await wire.TransactionsAsync()).Count);
        Assert.Equal(requests, wire.Requests.Count);
    }

    [Fact]
    public async Task Total_MoreThanCame_IsAnError()
    {
        using PowensWire wire = new();
        wire.Always(PagedReplies.Serve(3, total: 7));
        Assert.Contains("3 of 7 items arrived", (await wire.FailTransactionsAsync()).Message);
    }

    /// <summary>A total of the page alone ends nothing.</summary>
    [Fact]
    public async Task Total_LessThanCame_IsNotTheEnd()
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json($$"""{"transactions":[{{PagedReplies.Rows([1, 2])}}],"total":1}""")).Always(Replies.Json("""{"transactions":[]}"""));
        Assert.Equal(2, (await wire.TransactionsAsync()).Count);
        Assert.Equal(2, wire.Requests.Count);
    }

    [Fact]
    public async Task Offset_IsIgnored_TheShortPageIsTheList()
    {
        using PowensWire wire = new();
        wire.Always(Replies.Json($$"""{"transactions":[{{PagedReplies.Rows([1, 2, 3])}}]}"""));
        Assert.Equal(["1", "2", "3"], (await wire.TransactionsAsync()).Select(item => item.Id));
        Assert.Equal(2, wire.Requests.Count);
    }

    [Fact]
    public async Task Offset_IsIgnored_TheFullPageIsAnError()
    {
        using PowensWire wire = new();
        wire.Always(Replies.Json($$"""{"transactions":[{{PagedReplies.Rows(Enumerable.Range(0, PagedReplies.Limit))}}]}"""));
        Assert.Contains("repeats", (await wire.FailTransactionsAsync()).Message);
    }

    [Fact]
    public async Task Items_WithoutIds_EndWithAShortPage()
    {
        using PowensWire wire = new();
        wire.Always(Replies.Json("""{"transactions":[{"wording":"a"},{"wording":"b"}]}"""));
        Assert.Equal(2, (await wire.TransactionsAsync()).Count);
        Assert.Single(wire.Requests);
    }

    /// <summary>The item without an id would look new on each repetition of the page, for ever.</summary>
    [Fact]
    public async Task Items_SomeWithoutIds_EndWithAShortPage()
    {
        const string Page = """{"transactions":[{"id":1},{"wording":"a"}]}""";
        using PowensWire wire = new();
        wire.Then(Replies.Json(Page), Replies.Json(Page), Replies.Json(Page)).Always(Replies.Json("""{"transactions":[]}"""));
        Assert.Equal(2, (await wire.TransactionsAsync()).Count);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Items_WithoutIdsAndFewerThanTotal_AreAnError()
    {
        using PowensWire wire = new();
        wire.Always(Replies.Json("""{"transactions":[{"wording":"a"},{"wording":"b"}],"total":5}"""));
        Assert.Contains("2 of 5 items arrived", (await wire.FailTransactionsAsync()).Message);
    }

    /// <summary>Without dates some domains give the last month only, and the user has to be told.</summary>
    [Theory]
    [InlineData("2025-01-05", "2026-02-01", "from 2025-01-05*from 2026-02-01*-MinDate 2025-01-05")]
    [InlineData("2025-01-05", null, "from 2025-01-05*the list is empty*-MinDate 2025-01-05")]
    [InlineData("2025-01-05", "2025-01-05", null)]
    [InlineData("2025-01-05", "2024-12-31", null)]
    [InlineData(null, "2026-02-01", null)]
    [InlineData(null, null, null)]
    public async Task List_ShorterThanWhatIsOnRecord_SaysSo(string? recorded, string? found, string? expected)
    {
        Assert.Equal(expected is null ? [] : [expected], (await WarnAsync(new(), recorded, found)).Select(text => expected!.Split('*').All(text.Contains) ? expected : text));
    }

    [Fact]
    public async Task List_ThatIsNarrowed_IsNotCalledShort()
    {
        PowensTransactionFilter[] narrowed =
        [
            new() { MinDate = new(2026, 1, 1) }, new() { UpdatedSince = new(2026, 1, 1) }, new() { Search = "x" }, new() { Wording = "x" },
            new() { Value = 1 }, new() { MinValue = 1 }, new() { MaxValue = 1 }, new() { Income = true }, new() { DeletedOnly = true },
        ];
        foreach (PowensTransactionFilter filter in narrowed)
        {
            Assert.Empty(await WarnAsync(filter, "2025-01-05", "2026-02-01"));
        }

        Assert.Single(await WarnAsync(new() { MaxDate = new(2026, 3, 1) }, "2025-01-05", "2026-02-01"));
    }

    /// <summary>Each page may tell its own first day.</summary>
    [Fact]
    public async Task List_WhoseLastPageReachesTheFirstDay_IsWhole()
    {
        using PowensWire wire = new();
        wire.Then(
            Replies.Json("""{"transactions":[{"id":1}],"first_date":"2025-01-05","result_min_date":"2026-02-01","_links":{"next":{"href":"?page=2"}}}"""),
            Replies.Json("""{"transactions":[{"id":2}],"first_date":"2025-01-05","result_min_date":"2025-01-05","_links":{"next":null}}"""));
        List<string> warnings = [];
        await wire.RunAsync(client => client.Transactions.ListAsync(new(), CancellationToken.None, warnings.Add).ReadAllAsync());
        Assert.Empty(warnings);
    }

    private static async Task<List<string>> WarnAsync(PowensTransactionFilter filter, string? recorded, string? found)
    {
        using PowensWire wire = new();
        string Quoted(string? day) => day is null ? "null" : $"\"{day}\"";
        wire.Always(Replies.Json($$"""{"transactions":[{"id":1}],"first_date":{{Quoted(recorded)}},"result_min_date":{{Quoted(found)}},"_links":{"next":null} }"""));
        List<string> warnings = [];
        await wire.RunAsync(client => client.Transactions.ListAsync(filter, CancellationToken.None, warnings.Add).ReadAllAsync());
        return warnings;
    }
}
