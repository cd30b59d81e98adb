using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CompanyData.Client.Tests.Support;
using CompanyData.Tests.Schemas;

namespace CompanyData.Client.Tests.Powens;

/// <summary>What the client sends has the shape that the sheet tells: no query and no body has a field that the sheet does not name.</summary>
public class RequestSchemaTests
{
    private static readonly SchemaFile Schemas = new("powens.requests.json");

    /// <summary>Method and path of each call of the sheet, what its query may hold, and what its body may hold. The first that fits counts.</summary>
    private static readonly (string Call, string Query, string? Body)[] Shapes =
    [
        ("GET connectors(/[^/]+)?", "connectors", null),
        ("GET config", "none", null),
        ("POST config", "none", "configuration"),
        ("GET config/logs", "configlogs", null),
        ("POST auth/init", "none", "init"),
        ("POST auth/renew", "none", "renew"),
        ("POST auth/token/access", "none", "access"),
        ("GET auth/token/code", "code", null),
        ("DELETE auth/token", "none", null),
        ("GET users(/[^/]+)?", "none", null),
        ("DELETE users/[^/]+", "none", null),
        ("GET users/[^/]+/connections(/[^/]+)?", "connections", null),
        ("POST users/[^/]+/connections", "newConnection", "newConnection"),
        ("POST users/[^/]+/connections/[^/]+", "synchronise", "empty|resume|fields"),
        ("PUT users/[^/]+/connections/[^/]+", "synchronise", null),
        ("DELETE users/[^/]+/connections/[^/]+", "none", null),
        ("GET (users/[^/]+/(connections/[^/]+/)?)?logs", "logs", null),
        ("GET users/[^/]+/connections/[^/]+/sources(/[^/]+)?", "none", null),
        ("POST users/[^/]+/connections/[^/]+/sources/[^/]+", "none", "source"),
        ("GET users/[^/]+/(connections/[^/]+/)?accounts(/[^/]+)?", "all", null),
        ("POST users/[^/]+/accounts/[^/]+", "all", "account"),
        ("GET users/[^/]+/(accounts/[^/]+/)?balances", "balances", null),
        ("GET users/[^/]+/account_ownerships", "none", null),
        ("GET users/[^/]+/((accounts|connections)/[^/]+/)?transactions", "transactions", null),
        ("GET users/[^/]+/transactions/[^/]+", "transaction", null),
        ("POST users/[^/]+/transactions/[^/]+", "none", "transaction"),
        ("GET users/[^/]+/((accounts|connections)/[^/]+/)?investments(/[^/]+(/history)?)?", "none", null),
        ("GET users/[^/]+/(connections/[^/]+/)?subscriptions(/[^/]+)?", "all", null),
        ("GET users/[^/]+/((subscriptions|connections|transactions)/[^/]+/)?documents", "documents", null),
        ("GET users/[^/]+/documents/[^/]+/file", "none", null),
        ("GET (documenttypes|account_types|currencies|categories)", "none", null),
        ("GET webhooks(/auth)?", "none", null),
        ("POST webhooks/auth", "webhookSecret", "empty"),
        ("POST webhooks", "none", "newWebhook"),
        ("POST webhooks/[^/]+", "none", "webhook"),
        ("DELETE webhooks/[^/]+", "none", null),
        ("GET webhooks/[^/]+/logs", "deliveries", null),
        ("GET invoicing", "invoicing", null),
    ];

    /// <summary>All but a document's own address, which is the service's to choose.</summary>
    public static TheoryData<string> Calls => [.. PowensCalls.All.Keys.Where(name => name != "file at its own address")];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_HasTheShapeOfTheSheet(string name)
    {
        using PowensWire wire = new();
        wire.Then(Replies.Text(PowensCalls.All[name].Answer, name == "file" ? "application/pdf" : "application/json"));
        await wire.RunAsync(PowensCalls.All[name].RunAsync);
        Check(Assert.Single(wire.Requests));
    }

    [Theory]
    [InlineData("00000000-0000-4000-8000-000000000001", false)]
    [InlineData("42", true)]
    public async Task Connect_HasTheShapeOfTheSheet(string connector, bool inBackground)
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json("""{"connections":[]}"""), Replies.Json("""{"id":3}""", 202));
        await wire.ConnectAsync(connector, inBackground: inBackground);
        Assert.All(wire.Requests, Check);
    }

    [Fact]
    public async Task NewWebhook_HasTheShapeOfTheSheet()
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json("""{"webhooks":[]}"""), Replies.Json("""{"id":3}"""));
        await wire.RunAsync(client => client.Webhooks.CreateAsync(
            new("https://hooks.example.test/"), new() { ["event"] = "X", ["id_auth"] = "1", ["id_user"] = null, ["params"] = new JsonObject { ["type"] = "t" } }, CancellationToken.None));
        Assert.All(wire.Requests, Check);
    }

    /// <summary>Every call of the table is made by some test, so that no line of it is only for show.</summary>
    [Fact]
    public void Shapes_AreAllUsed()
    {
        HashSet<string> used = [.. PowensCalls.All.Values.Select(call => Find(call.RequestLine.Replace("/2.0/", string.Empty).Split('?')[0])?.Call ?? string.Empty)];
        Assert.Equal(["POST users/[^/]+/connections", "POST webhooks"], Shapes.Select(shape => shape.Call).Where(call => !used.Contains(call)));
    }

    private static (string Call, string Query, string? Body)? Find(string call)
        => Shapes.Where(shape => Regex.IsMatch(call, $"^{shape.Call}$")).Select(shape => ((string, string, string?)?)shape).FirstOrDefault();

    private static void Check(RecordedRequest request)
    {
        string call = $"{request.Method} {request.Uri.AbsolutePath["/2.0/".Length..]}";
        (string Call, string Query, string? Body)? shape = Find(call);
        Assert.True(shape is not null, $"The sheet has no {call}");
        JsonObject query = [];
        foreach (string pair in request.Uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            query[pair.Split('=')[0]] = Uri.UnescapeDataString(pair.Contains('=') ? pair[(pair.IndexOf('=') + 1)..] : string.Empty);
        }

        Assert.Equal("", Schemas.Problems($"query.{shape.Value.Query}", query));
        Assert.Equal(shape.Value.Body is null, request.Body is null);
        if (request.Body is { } body)
        {
            string[] problems = [.. shape.Value.Body!.Split('|').Select(name => Schemas.Problems($"body.{name}", JsonNode.Parse(body)))];
            Assert.True(problems.Contains(""), string.Join('\n', problems));
        }
    }
}
