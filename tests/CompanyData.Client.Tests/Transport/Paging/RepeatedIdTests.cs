using CompanyData.Client.Tests.Powens;
using CompanyData.Client.Tests.Qonto;
using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>An id that comes twice: two records of one page stay two, what a moving list shows again on its next page is given once.</summary>
public class RepeatedIdTests
{
    [Theory]
    [InlineData("users")]
    [InlineData("officers")]
    [InlineData("transactions")]
    [InlineData("records")]
    [InlineData("owners")]
    public async Task Qard_TwoRecordsOfOneIdInOnePage_BothAreGiven(string list)
    {
        using Wire wire = new();
        wire.Then(Replies.Json(
            """{"total":3,"current_page":1,"last_page":1,"result":[{"id":"1","name":"A"},{"id":"1","name":"B"},{"id":"2","name":"A"}]}"""));
        Assert.Equal(3, await CountAsync(wire, list));
    }

    [Theory]
    [InlineData("users")]
    [InlineData("officers")]
    [InlineData("transactions")]
    [InlineData("records")]
    [InlineData("owners")]
    public async Task Qard_EqualRecordsInOnePage_AreGivenOnce(string list)
    {
        using Wire wire = new();
        wire.Then(Replies.Json("""{"current_page":1,"last_page":1,"result":[{"id":"1","name":"A"},{"id":"1","name":"A"},{"id":"1","name":"B"}]}"""));
        Assert.Equal(2, await CountAsync(wire, list));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task Qard_RecordsWithoutAnId_AreAllGiven(string id)
    {
        string field = id.Length == 0 ? "\"\"" : id;
        using Wire wire = new();
        wire.Then(
            Replies.Json($$"""{"current_page":1,"last_page":2,"result":[{"id":{{field}},"amount":1},{"id":{{field}},"amount":1}]}"""),
            Replies.Json($$"""{"current_page":2,"last_page":2,"result":[{"id":{{field}},"amount":1},{"id":{{field}},"amount":2}]}"""));
        Assert.Equal(4, await CountAsync(wire, "transactions"));
    }

    [Fact]
    public async Task Qard_ItemComesAgainOnTheNextPage_IsGivenOnceEvenIfItChangedMeanwhile()
    {
        using Wire wire = new();
        wire.Then(
            Replies.Json("""{"current_page":1,"last_page":2,"result":[{"id":"1","name":"A"},{"id":"2","name":"B"}]}"""),
            Replies.Json("""{"current_page":2,"last_page":2,"result":[{"id":"2","name":"B, renamed"},{"id":"3","name":"C"}]}"""));
        Assert.Equal(["1", "2", "3"], (await wire.RunAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync())).Select(user => user.Id));
    }

    [Fact]
    public async Task Powens_TwoTransactionsOfOneIdInOnePage_BothAreGiven()
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json("""{"transactions":[{"id":1,"value":-5},{"id":1,"value":-7},{"id":1,"value":-5}],"_links":{}}"""));
        Assert.Equal([-5m, -7m], (await wire.TransactionsAsync()).Select(item => item.Value!.Value));
    }

    [Fact]
    public async Task Qonto_TwoRegistrationsOfOneIdInOnePage_BothAreGiven()
    {
        using QontoWire wire = new();
        wire.Then(Replies.Json(
            """{"registrations":[{"id":"1","status":"pending"},{"id":"1","status":"created"}],"meta":{"current_page":1,"total_pages":1,"total_count":2}}"""));
        Assert.Equal(["pending", "created"], (await wire.ListAsync()).Select(item => item.Status));
    }

    private static Task<int> CountAsync(Wire wire, string list) => wire.RunAsync(async client => list switch
    {
        "users" => (await client.Users.ListAsync(CancellationToken.None).ReadAllAsync()).Count,
        "officers" => (await client.Data.ListCompanyOfficersAsync("u", false, CancellationToken.None).ReadAllAsync()).Count,
        "transactions" => (await client.Data.ListCommerceTransactionsAsync("u", CancellationToken.None).ReadAllAsync()).Count,
        "owners" => (await client.Data.ListBeneficialOwnersAsync("u", CancellationToken.None).ReadAllAsync()).Count,
        _ => (await client.Data.ListAsync("u", "COURT_DECISION", CancellationToken.None).ReadAllAsync()).Count,
    });
}
