using System.Net;
using System.Text.Json.Nodes;
using CompanyData.Sandbox.Tests.Support;
using CompanyData.Tests.Schemas;

namespace CompanyData.Sandbox.Tests.Powens;

/// <summary>The responses have the shapes that the sheet tells, as a validator that knows nothing of the sandbox sees them.</summary>
public sealed class SchemaTests : IDisposable
{
    private static readonly SchemaFile Schemas = new("powens.responses.json");
    private readonly PowensWorld _world = new();

    public void Dispose() => _world.Dispose();

    public static TheoryData<string, string> UserCalls => new()
    {
        { "connectors?expand=fields,sources,countries,urls", "connectors" },
        { "connectors/21?expand=fields", "connector" },
        { "account_types", "accounttypes" },
        { "currencies", "currencies" },
        { "documenttypes", "documenttypes" },
        { "categories", "categories" },
        { "auth/token/code?type=singleAccess", "code" },
        { "users/me", "user" },
        { "users/me/connections?expand=connector,sources,accounts", "connections" },
        { "users/me/connections/1?expand=connector,sources,accounts", "connection" },
        { "users/me/connections/1/sources", "sources" },
        { "users/me/connections/1/sources/1", "source" },
        { "users/me/connections/1/logs", "connectionlogs" },
        { "users/me/logs", "connectionlogs" },
        { "logs", "connectionlogs" },
        { "users/me/accounts?all", "accounts" },
        { "users/me/connections/1/accounts", "accounts" },
        { "users/me/accounts/101", "account" },
        { "users/me/balances", "balances" },
        { "users/me/accounts/101/balances", "balances" },
        { "users/me/account_ownerships", "account_ownerships" },
        { "users/me/transactions?limit=1000&all&expand=account,documents", "transactions" },
        { "users/me/connections/1/transactions?limit=20", "transactions" },
        { "users/me/accounts/101/transactions?limit=20&offset=40", "transactions" },
        { "users/me/transactions/1010000003?expand=account,documents", "transaction" },
        { "users/me/investments", "investments" },
        { "users/me/accounts/104/investments", "investments" },
        { "users/me/connections/1/investments", "investments" },
        { "users/me/investments/10401", "investment" },
        { "users/me/investments/10401/history", "investmentvalues" },
        { "users/me/subscriptions?all", "subscriptions" },
        { "users/me/connections/2/subscriptions", "subscriptions" },
        { "users/me/subscriptions/201", "subscription" },
        { "users/me/documents?limit=1000", "documents" },
        { "users/me/subscriptions/201/documents?limit=5", "documents" },
        { "users/me/connections/2/documents?limit=5", "documents" },
        { "users/me/transactions/1010000003/documents?limit=5", "documents" },
    };

    [Theory]
    [MemberData(nameof(UserCalls))]
    public async Task UserCall_HasTheShapeOfTheSheet(string path, string schema) => await CheckAsync("GET", path, schema);

    [Theory]
    [InlineData("config", "configuration")]
    [InlineData("config/logs", "configlogs")]
    [InlineData("webhooks", "webhooks")]
    [InlineData("webhooks/1/logs", "webhooklogs")]
    [InlineData("webhooks/auth", "authproviders")]
    public async Task ConfigCall_HasTheShapeOfTheSheet(string path, string schema)
    {
        _world.Token = _world.Options.PowensConfigToken;
        await CheckAsync("POST", "webhooks/auth?type=hmac_signature&name=hook", "webhookSecret");
        await CheckAsync("POST", "webhooks", "webhook", """{"url":"https://hooks.example.test/","event":"CONNECTION_SYNCED","id_auth":1}""");
        await CheckAsync("POST", "config", "configuration", """{"a.b":"c"}""");
        _world.Token = _world.Options.PowensUserToken;
        await _world.SendAsync("PUT", "users/me/connections/1?psu_requested=false");
        _world.Clock.Advance(PowensWorld.SyncDuration);
        _world.Token = _world.Options.PowensConfigToken;
        await CheckAsync("GET", path, schema);
    }

    [Fact]
    public async Task ManageCalls_HaveTheShapesOfTheSheet()
    {
        _world.Token = _world.Options.PowensInvoicingToken;
        await CheckAsync("GET", "invoicing?all", "invoicing");
        await CheckAsync("GET", "invoicing?all&detail", "invoicingDetail");
        _world.Token = _world.Options.PowensUsersToken;
        await CheckAsync("GET", "users", "users");
    }

    [Theory]
    [InlineData("PUT", "users/me/connections/1?psu_requested=false", "connection", null)]
    [InlineData("POST", "users/me/connections/1", "connection", "{}")]
    [InlineData("POST", "users/me/connections/1/sources/1", "source", """{"disabled":true}""")]
    [InlineData("POST", "users/me/accounts/103?all", "account", """{"disabled":false}""")]
    [InlineData("POST", "users/me/transactions/1010000003", "transaction", """{"comment":"x"}""")]
    public async Task Change_AnswersWithTheObject(string method, string path, string schema, string? body) => await CheckAsync(method, path, schema, body);

    /// <summary>Every magic connector: its connections, accounts and transactions, whatever state they are in.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(17)]
    [InlineData(21)]
    [InlineData(23)]
    [InlineData(25)]
    public async Task Connection_ToAMagicConnector_HasTheShapeOfTheSheet(long number)
    {
        var body = $$"""{"connector_uuid":"{{PowensWorld.Connector(number).Uuid}}","login":"l","password":"right","website":"private"}""";
        Validate("connection", JsonNode.Parse((await _world.SendAsync("POST", "users/me/connections?expand=sources", body)).Body));
        _world.Clock.Advance(PowensWorld.SyncDuration);
        await CheckAsync("GET", "users/me/connections?expand=connector,sources,accounts", "connections");
        await CheckAsync("GET", "users/me/transactions?limit=1000", "transactions");
    }

    [Theory]
    [InlineData("users/me/accounts/9")]
    [InlineData("users/me/transactions")]
    [InlineData("users/2")]
    [InlineData("nothing/there")]
    public async Task Error_HasTheShapeOfTheSheet(string path)
    {
        var answer = await _world.GetAsync(path);
        Assert.False(answer.Message.IsSuccessStatusCode);
        Validate("error", JsonNode.Parse(answer.Body));
    }

    /// <summary>A validator that finds nothing would pass everything.</summary>
    [Theory]
    [InlineData("account", "{}")]
    [InlineData("accounts", """{"accounts":[{"id":1}],"balances":{}}""")]
    [InlineData("time", "\"2026-01-31T10:30:00Z\"")]
    public void Validator_WrongShape_IsNoticed(string schema, string json) => Assert.NotEqual("", Schemas.Problems(schema, JsonNode.Parse(json)));

    private async Task CheckAsync(string method, string path, string schema, string? body = null)
    {
        var answer = await _world.SendAsync(method, path, body);
        Assert.True(answer.Message.IsSuccessStatusCode && answer.Status != HttpStatusCode.NoContent, $"{path}: {answer.Status} {answer.Body}");
        Validate(schema, JsonNode.Parse(answer.Body));
    }

    private static void Validate(string schema, JsonNode? value)
    {
        var problems = Schemas.Problems(schema, value);
        Assert.True(problems.Length == 0, problems);
    }
}
