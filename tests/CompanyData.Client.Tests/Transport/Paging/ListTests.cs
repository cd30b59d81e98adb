using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>Lists as they come over the wire.</summary>
public class ListTests
{
    [Fact]
    public async Task ListUsers_EnvelopeAfterEnvelope_AsksForEachPage()
    {
        using Wire wire = new();
        wire.Then(
            Replies.Json("""{"total":3,"per_page":2,"current_page":1,"last_page":2,"result":[{"id":"1"},{"id":"2"}]}"""),
            Replies.Json("""{"total":"3","per_page":"2","current_page":"2","last_page":"2","result":[{"id":"3"}]}"""));

        List<QardUser> users = await wire.RunAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync());
        Assert.Equal(["1", "2", "3"], users.Select(user => user.Id));
        Assert.Equal(["?page=1&per_page=100", "?page=2&per_page=100"], wire.Requests.Select(request => request.Uri.Query));
    }

    [Theory]
    [InlineData("""[{"id":"1"},{"id":"2"}]""")]
    [InlineData("\r\n\t [{\"id\":\"1\"},{\"id\":\"2\"}]")]
    [InlineData("\ufeff[{\"id\":\"1\"},{\"id\":\"2\"}]")]
    [InlineData("\ufeff{\"result\":[{\"id\":\"1\"},{\"id\":\"2\"}]}")]
    [InlineData("""{"result":[{"id":"1"},{"id":"2"}]}""")]
    [InlineData("""{"result":[{"id":"1"},{"id":"2"}],"more":[1]}""")]
    public async Task ListUsers_InAnyWrapping_GivesTheItems(string json)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.Json(json), Replies.Json("[]"));
        Assert.Equal(["1", "2"], (await wire.RunAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync())).Select(user => user.Id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task ListUsers_BodyComesInSmallPieces_GivesTheItems(int piece)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.Body(() => new BreakingStream("\n\n\n\n [{\"id\":\"1\"},{\"id\":\"2\"}]", breaks: false, piece)), Replies.Json("[]"));
        Assert.Equal(2, (await wire.RunAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync())).Count);
    }

    [Fact]
    public async Task ListUsers_EnvelopeThenBareArray_GivesTheItems()
    {
        using Wire wire = new();
        wire.Then(
            Replies.Json("""{"current_page":1,"last_page":2,"result":[{"id":"1"}]}"""),
            Replies.Json("""[{"id":"2"}]"""),
            Replies.Json("[]"));
        Assert.Equal(2, (await wire.RunAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync())).Count);
    }

    [Fact]
    public async Task ListUsers_ServiceGivesFewerThanAskedFor_IsReadToItsEnd()
    {
        using Wire wire = new();
        wire.Then(Replies.Json("""[{"id":"1"},{"id":"2"}]"""), Replies.Json("""[{"id":"3"},{"id":"4"}]"""), Replies.Json("""[{"id":"5"}]"""), Replies.Json("[]"));
        Assert.Equal(["1", "2", "3", "4", "5"], (await wire.RunAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync())).Select(user => user.Id));
    }

    [Fact]
    public async Task ListUsers_ServiceTakesNoPageNumbers_GivesTheItemsOnce()
    {
        using Wire wire = new();
        wire.Always(Replies.Json("""[{"id":"1"},{"id":"2"}]"""));
        Assert.Equal(["1", "2"], (await wire.RunAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync())).Select(user => user.Id));
        Assert.Equal(2, wire.Requests.Count);
    }

    [Fact]
    public async Task ListUsers_Repeats_IsAnErrorThatSaysWhatWasRead()
    {
        string page = $"[{string.Join(",", Enumerable.Range(0, 100).Select(id => $"{{\"id\":\"{id}\"}}"))}]";
        using Wire wire = new();
        wire.Always(Replies.Json(page));

        ApiException exception = await wire.FailAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync());
        Assert.Equal(ApiErrorKind.InvalidResponse, exception.Kind);
        Assert.Contains("could not list the users: page 2 repeats", exception.Message);
        Assert.InRange(wire.Requests.Count, 2, 3);
    }

    [Fact]
    public async Task GetTransactions_NoContent_IsAnEmptyList()
    {
        using Wire wire = new();
        wire.Then(Replies.Status(204));
        Assert.Empty(await wire.RunAsync(client => client.Data.ListCommerceTransactionsAsync("u", CancellationToken.None).ReadAllAsync()));
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task GetTransactions_FirstThree_AsksForAtMostTwoPages()
    {
        using SandboxWorld world = new(options => options.TransactionCount = 10_000);
        string user = await world.CommerceUserAsync();
        long before = world.Handler.RequestCount;
        List<QardCommerceTransaction> first = [];
        await foreach (QardCommerceTransaction transaction in world.Client.Data.ListCommerceTransactionsAsync(user, CancellationToken.None))
        {
            first.Add(transaction);
            if (first.Count == 3)
            {
                break;
            }
        }

        Assert.Equal(3, first.Count);
        Assert.Equal(2, world.Handler.RequestCount - before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(250)]
    public async Task GetTransactions_OfTheSandbox_AllComeOnce(int count)
    {
        using SandboxWorld world = new(options => options.TransactionCount = count);
        string user = await world.CommerceUserAsync();
        List<QardCommerceTransaction> all = await world.RunAsync(client => client.Data.ListCommerceTransactionsAsync(user, CancellationToken.None).ReadAllAsync());
        Assert.Equal(count, all.Count);
        Assert.Equal(count, all.Select(transaction => transaction.Id).Distinct().Count());
        Assert.All(all, transaction => Assert.Equal(user, transaction.UserId));
    }

    /// <summary>Part of a list never passes for the whole, also where a list usually comes at once.</summary>
    [Theory]
    [InlineData("providers")]
    [InlineData("connections")]
    [InlineData("latest")]
    [InlineData("officers")]
    public async Task List_UsuallyWholeButComesInPages_AllPagesAreRead(string list)
    {
        using Wire wire = new();
        wire.Then(
            Replies.Json("""{"total":2,"current_page":1,"last_page":2,"result":[{"id":"1"}]}"""),
            Replies.Json("""{"total":2,"current_page":2,"last_page":2,"result":[{"id":"2"}]}"""));
        int count = await wire.RunAsync(async client => list switch
        {
            "providers" => (await client.Account.ListProvidersAsync(CancellationToken.None).ReadAllAsync()).Count,
            "connections" => (await client.Connections.ListAsync("u", CancellationToken.None).ReadAllAsync()).Count,
            "latest" => (await client.Syncs.ListLatestAsync("u", CancellationToken.None).ReadAllAsync()).Count,
            _ => (await client.Data.ListCompanyOfficersAsync("u", false, CancellationToken.None).ReadAllAsync()).Count,
        });
        Assert.Equal(2, count);
        Assert.Equal(["", "?page=2"], wire.Requests.Select(request => request.Uri.Query));
    }
}
