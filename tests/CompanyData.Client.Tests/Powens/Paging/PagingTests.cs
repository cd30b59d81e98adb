using System.Text.Json;
using CompanyData.Client.Tests.Support;
using CompanyData.Powens;
using CompanyData.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Powens;

/// <summary>Lists go on by <c>_links.next</c> or by <c>offset</c>, and never where the token has no business.</summary>
public class PagingTests
{
    private const int Limit = PagedReplies.Limit;

    [Theory]
    [InlineData("https://example.biapi.test/2.0/users/me/transactions?limit=1000&offset=1000")]
    [InlineData("/2.0/users/me/transactions?limit=1000&offset=1000")]
    [InlineData("transactions?limit=1000&offset=1000")]
    [InlineData("?limit=1000&offset=1000")]
    [InlineData("//example.biapi.test/2.0/users/me/transactions?limit=1000&offset=1000")]
    [InlineData("https://EXAMPLE.biapi.test:443/2.0/users/me/transactions?limit=1000&offset=1000")]
    public async Task Next_AbsoluteOrRelative_IsFollowedWithTheToken(string href)
    {
        using PowensWire wire = new();
        wire.Then(Page([1, 2], href), Page([3], null));

        Assert.Equal(["1", "2", "3"], (await wire.TransactionsAsync()).Select(item => item.Id));
        Assert.Equal(
            "https://example.biapi.test/2.0/users/me/transactions?limit=1000&offset=1000", wire.Requests[1].Uri.AbsoluteUri);
        Assert.Equal($"Bearer {PowensWire.UserToken}", wire.Requests[1].Headers["Authorization"]);
    }

    [Theory]
    [InlineData("https://elsewhere.example.test/2.0/users/me/transactions?offset=2")]
    [InlineData("//elsewhere.example.test/2.0/users/me/transactions?offset=2")]
    [InlineData("http://example.biapi.test/2.0/users/me/transactions?offset=2")]
    [InlineData("https://example.biapi.test:8443/2.0/users/me/transactions?offset=2")]
    [InlineData("https://example.biapi.test.evil.example/2.0/users/me/transactions?offset=2")]
    [InlineData("https://example.biapi.test@evil.example/2.0/?offset=2")]
    [InlineData("\\\\evil.example\\2.0")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://[")]
    public async Task Next_AnotherHost_IsAnErrorAndNothingIsSentThere(string href)
    {
        using PowensWire wire = new();
        wire.Then(Page([1, 2], href)).Always(Page([3], null));
        List<string?> came = [];

        ApiException exception = await wire.FailAsync(client => CollectAsync(client, came));

        Assert.Equal(ApiErrorKind.InvalidResponse, exception.Kind);
        Assert.Contains("another host", exception.Message);
        Assert.Single(wire.Requests);
        Assert.Equal(href == "http://[" ? 0 : 2, came.Count);
    }

    [Fact]
    public async Task Next_LeadsToThePageItself_IsAnErrorAndNothingComesTwice()
    {
        using PowensWire wire = new();
        wire.Always(Page([1, 2], "https://example.biapi.test/2.0/users/me/transactions?limit=1000&offset=0"));
        List<string?> came = [];

        ApiException exception = await wire.FailAsync(client => CollectAsync(client, came));

        Assert.Contains("earlier page", exception.Message);
        Assert.Equal(came.Distinct(), came);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Next_EverNewAndEverEmpty_IsAnErrorInTheEnd()
    {
        using PowensWire wire = new();
        wire.Then([.. Enumerable.Range(0, 50).Select(page => Page([], $"?page={page}"))]).Always(Page([1], null));

        Assert.Contains("consecutive pages are empty", (await wire.FailTransactionsAsync()).Message);
        Assert.Equal(4, wire.Requests.Count);
    }

    [Fact]
    public async Task Next_LeadsRoundInACircle_IsAnError()
    {
        using PowensWire wire = new();
        wire.Then(Page([1], "?page=b"), Page([2], "?page=c"), Page([3], "?page=b")).Always(Page([2], "?page=c"));

        Assert.Contains("earlier page", (await wire.FailTransactionsAsync()).Message);
        Assert.Equal(3, wire.Requests.Count);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(999, 2)]
    [InlineData(1000, 2)]
    [InlineData(1001, 3)]
    [InlineData(2500, 4)]
    public async Task Offset_NoLinks_GoesOnUntilAnEmptyPage(int count, int requests)
    {
        using PowensWire wire = new();
        wire.Always(PagedReplies.Serve(count));

        List<PowensTransaction> all = await wire.TransactionsAsync(new() { AccountId = "5", Search = "a&b" });

        Assert.Equal(Enumerable.Range(0, count).Select(id => $"{id}"), all.Select(item => item.Id));
        Assert.Equal(requests, wire.Requests.Count);
        Assert.All(wire.Requests.Select((request, index) => (request, index)), it => Assert.Equal(
            $"/2.0/users/me/accounts/5/transactions?search=a%26b&limit=1000&offset={Math.Min(count, it.index * Limit)}", it.request.Uri.PathAndQuery));
    }

    /// <summary>Where the service gives links, they say where it ends: a page of exactly the limit may be the last.</summary>
    [Theory]
    [InlineData("""{"next":null}""")]
    [InlineData("""{"self":{"href":"x"},"prev":null}""")]
    [InlineData("""{"next":{"href":null}}""")]
    [InlineData("""{"next":{}}""")]
    public async Task Links_NoNext_EndsAfterAFullPage(string links)
    {
        using PowensWire wire = new();
        string rows = string.Join(",", Enumerable.Range(0, Limit).Select(id => $$"""{"id":{{id}}}"""));
        wire.Then(Replies.Json($$"""{"transactions":[{{rows}}],"_links":{{links}}}"""));

        Assert.Equal(Limit, (await wire.TransactionsAsync()).Count);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Documents_NoLinks_GoOnByOffset()
    {
        using PowensWire wire = new();
        wire.Always(PagedReplies.Serve(1500, "documents"));

        Assert.Equal(1500, (await wire.RunAsync(client => client.Documents.ListAsync(new() { SubscriptionId = "2" }, CancellationToken.None).ReadAllAsync())).Count);
        Assert.Equal("/2.0/users/me/subscriptions/2/documents?limit=1000&offset=1000", wire.Requests[1].Uri.PathAndQuery);
    }

    [Fact]
    public async Task AnyCount_LinkedOrNot_ComesOnceAndInOrder()
    {
        Gen<(int Count, bool Linked)> cases =
            from count in Gen.Choose(0, 3500)
            from linked in Gen.Elements(true, false)
            select (count, linked);
        foreach ((int count, bool linked) in Gen.Sample(cases, 15))
        {
            using PowensWire wire = new();
            wire.Always(PagedReplies.Serve(count, linked: linked));
            Assert.Equal(Enumerable.Range(0, count).Select(id => $"{id}"), (await wire.TransactionsAsync()).Select(item => item.Id));
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"total":3}""")]
    [InlineData("""{"transactions":null}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public async Task Page_HoldsNoList_IsAnError(string json)
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Always(Replies.Json(json));
        Assert.Equal(ApiErrorKind.InvalidResponse, (await wire.FailTransactionsAsync()).Kind);
    }

    [Theory]
    [InlineData("""{"transactions":[{"id":1}],"accounts":[],"users":null,"connections":[{"id":9}]}""")]
    [InlineData("""{"accounts":[{"id":9}],"transactions":[{"id":1}]}""")]
    public async Task Page_HoldsFurtherLists_GivesItsOwn(string json)
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Always(Replies.Json(json));
        Assert.Equal("1", Assert.Single(await wire.TransactionsAsync()).Id);
    }

    [Fact]
    public async Task Page_HoldsNullForAnItem_IsAnErrorNotANull()
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Always(Replies.Json("""{"transactions":[{"id":1},null]}"""));
        Assert.Equal(ApiErrorKind.InvalidResponse, (await wire.FailTransactionsAsync()).Kind);
    }

    [Fact]
    public async Task Page_InTheMiddleFails_IsAnErrorAfterWhatCameBefore()
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Then(Page([1, 2], "?offset=2"), Replies.Status(500));
        List<string?> came = [];

        ApiException exception = await wire.FailAsync(client => CollectAsync(client, came));

        Assert.Equal(ApiErrorKind.ServerError, exception.Kind);
        Assert.Equal(["1", "2"], came);
    }

    [Theory]
    [InlineData("noAccount")]
    [InlineData("NOACCOUNT")]
    [InlineData("noaccount")]
    public async Task Accounts_NoAccount_IsAnEmptyList(string code)
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json($$"""{"code":"{{code}}","description":"There is no account."}""", 400));
        Assert.Empty(await wire.RunAsync(client => client.Accounts.ListAsync("me", "14", false, CancellationToken.None).ReadAllAsync()));
        Assert.Single(wire.Requests);
    }

    private static async Task CollectAsync(PowensClient client, List<string?> came)
    {
        await foreach (PowensTransaction item in client.Transactions.ListAsync(new(), CancellationToken.None))
        {
            came.Add(item.Id);
        }
    }

    private static ScriptedHandler.Reply Page(int[] ids, string? next)
    {
        string link = next is null ? "null" : $"{{\"href\":{JsonSerializer.Serialize(next)}}}";
        return Replies.Json($$"""{"transactions":[{{PagedReplies.Rows(ids)}}],"_links":{"next":{{link}} } }""");
    }
}
