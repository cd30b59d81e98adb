using CompanyData.Client.Tests.Support;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Powens;

/// <summary>Every call that the client makes, as powens.md lists them.</summary>
internal static class PowensCalls
{
    private const string Item = """{"id":7}""";
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Name, how it is made, the scope that it needs (null: none), the request line, and an answer that will do.</summary>
    public static IReadOnlyDictionary<string, PowensCall> All { get; } = new[]
    {
        new PowensCall("connectors", null, "GET /2.0/connectors", """{"connectors":[]}""", client => client.Catalogue.ListConnectorsAsync([], [], None).ReadAllAsync()),
        new("connectors narrowed", null, "GET /2.0/connectors?country_codes=FR%2CDE&expand=fields%2Csources", """{"connectors":[]}""", client => client.Catalogue.ListConnectorsAsync(["FR", "DE"], ["fields", "sources"], None).ReadAllAsync()),
        new("connector", null, "GET /2.0/connectors/a-uuid?expand=fields", Item, client => client.Catalogue.GetConnectorAsync("a-uuid", ["fields"], None)),
        new("config", PowensScope.Config, "GET /2.0/config", """{"a":"b"}""", client => client.Catalogue.GetConfigurationAsync(None)),
        new("set config", PowensScope.Config, "POST /2.0/config", """{"a":"b"}""", client => client.Catalogue.SetConfigurationAsync("a", "b", None)) { Body = """{"a":"b"}""" },
        new("init", null, "POST /2.0/auth/init", """{"auth_token":"t"}""", client => client.Access.CreateUserAsync(None))
        {
            Body = """{"client_id":"client-of-a-test","client_secret":"canary-client-secret"}""",
        },
        new("renew", null, "POST /2.0/auth/renew", """{"access_token":"t"}""", client => client.Access.RenewAsync("7", true, None))
        {
            Body = """{"grant_type":"client_credentials","client_id":"client-of-a-test","client_secret":"canary-client-secret","id_user":7,"revoke_previous":true}""",
        },
        new("exchange", null, "POST /2.0/auth/token/access", """{"access_token":"t"}""", client => client.Access.ExchangeAsync(new Secret("a-code"), new("https://app.example.test/back"), None))
        {
            Body = """{"grant_type":"authorization_code","client_id":"client-of-a-test","client_secret":"canary-client-secret","code":"a-code","redirect_uri":"https://app.example.test/back"}""",
        },
        new("code", PowensScope.User, "GET /2.0/auth/token/code?type=singleAccess", """{"code":"c"}""", client => client.Access.CreateCodeAsync(None)),
        new("revoke", PowensScope.User, "DELETE /2.0/auth/token", "", client => client.Access.RevokeAsync(None)),
        new("users", PowensScope.Users, "GET /2.0/users", """{"users":[]}""", client => client.Users.ListAsync(None).ReadAllAsync()),
        new("user", PowensScope.User, "GET /2.0/users/7", Item, client => client.Users.GetAsync("7", None)),
        new("remove user", PowensScope.User, "DELETE /2.0/users/7", "", client => client.Users.RemoveAsync("7", None)),
        new("connections", PowensScope.User, "GET /2.0/users/me/connections?expand=connector%2Caccounts", """{"connections":[]}""", client => client.Connections.ListAsync("me", ["connector", "accounts"], None).ReadAllAsync()),
        new("connection", PowensScope.User, "GET /2.0/users/me/connections/3?expand=sources", Item, client => client.Connections.GetAsync("me", "3", ["sources"], None)),
        new("synchronise", PowensScope.User, "POST /2.0/users/me/connections/3", Item, client => client.Connections.SynchroniseAsync("me", "3", true, None)) { Body = "{}" },
        new("force", PowensScope.User, "PUT /2.0/users/me/connections/3", Item, client => client.Connections.ForceAsync("me", "3", true, None)),
        new("synchronise unattended", PowensScope.User, "POST /2.0/users/me/connections/3?psu_requested=false", Item, client => client.Connections.SynchroniseAsync("me", "3", false, None)) { Body = "{}" },
        new("force unattended", PowensScope.User, "PUT /2.0/users/me/connections/3?psu_requested=false", Item, client => client.Connections.ForceAsync("me", "3", false, None)),
        new("sources", PowensScope.User, "GET /2.0/users/me/connections/3/sources", """{"sources":[]}""", client => client.Sources.ListAsync("me", "3", None).ReadAllAsync()),
        new("source", PowensScope.User, "GET /2.0/users/me/connections/3/sources/4", Item, client => client.Sources.GetAsync("me", "3", "4", None)),
        new("change source", PowensScope.User, "POST /2.0/users/me/connections/3/sources/4", Item, client => client.Sources.SetDisabledAsync("me", "3", "4", true, None)) { Body = """{"disabled":true}""" },
        new("logs of a user", PowensScope.User, "GET /2.0/users/me/logs?limit=1000&offset=0", """{"connectionlogs":[]}""", client => client.Sources.ListLogsAsync(new() { UserId = "me" }, None).ReadAllAsync()),
        new("logs of a connection", PowensScope.User, "GET /2.0/users/me/connections/3/logs?min_date=2026-01-31&max_date=2026-02-28&id_source=4&state=bug&limit=1000&offset=0", """{"connectionlogs":[]}""",
            client => client.Sources.ListLogsAsync(new() { UserId = "me", ConnectionId = "3", MinDate = new(2026, 1, 31), MaxDate = new(2026, 2, 28), SourceId = "4", State = "bug" }, None).ReadAllAsync()),
        new("logs of the domain", PowensScope.Users, "GET /2.0/logs?limit=1000&offset=0", """{"connectionlogs":[]}""", client => client.Sources.ListLogsAsync(new(), None).ReadAllAsync()),
        new("balances", PowensScope.User, "GET /2.0/users/me/balances", """{"balances":[]}""", client => client.Accounts.ListBalancesAsync("me", null, null, null, None).ReadAllAsync()),
        new("balances of an account", PowensScope.User, "GET /2.0/users/me/accounts/5/balances?min_date=2026-01-31&max_date=2026-02-28", """{"accountlogs":[]}""", client => client.Accounts.ListBalancesAsync("me", "5", new(2026, 1, 31), new(2026, 2, 28), None).ReadAllAsync()),
        new("owners", PowensScope.User, "GET /2.0/users/me/account_ownerships", """{"account_ownerships":[]}""", client => client.Accounts.ListOwnersAsync("me", None).ReadAllAsync()),
        new("account types", null, "GET /2.0/account_types", """{"accounttypes":[]}""", client => client.References.ListAccountTypesAsync(None).ReadAllAsync()),
        new("currencies", null, "GET /2.0/currencies", """{"currencies":[]}""", client => client.References.ListCurrenciesAsync(None).ReadAllAsync()),
        new("categories", null, "GET /2.0/categories", """{"categories":[]}""", client => client.References.ListCategoriesAsync(None).ReadAllAsync()),
        new("document types", null, "GET /2.0/documenttypes", """{"documenttypes":[]}""", client => client.References.ListDocumentTypesAsync(None).ReadAllAsync()),
        new("webhooks", PowensScope.Config, "GET /2.0/webhooks", """{"webhooks":[]}""", client => client.Webhooks.ListAsync(None).ReadAllAsync()),
        new("change webhook", PowensScope.Config, "POST /2.0/webhooks/6", Item, client => client.Webhooks.ChangeAsync("6", new() { ["event"] = "X" }, None)) { Body = """{"event":"X"}""" },
        new("remove webhook", PowensScope.Config, "DELETE /2.0/webhooks/6", "", client => client.Webhooks.RemoveAsync("6", None)),
        new("deliveries", PowensScope.Config, "GET /2.0/webhooks/6/logs?id_user=7&min_date=2026-01-31&max_date=2026-02-28&limit=1000&offset=0", """{"webhooklogs":[]}""", client => client.Webhooks.ListDeliveriesAsync("6", "7", new(2026, 1, 31), new(2026, 2, 28), None).ReadAllAsync()),
        new("webhook secrets", PowensScope.Config, "GET /2.0/webhooks/auth", """{"authproviders":[]}""", client => client.Webhooks.ListSecretsAsync(None)),
        new("new webhook secret", PowensScope.Config, "POST /2.0/webhooks/auth?type=hmac_signature&name=the%20hook", """{"id":1,"config":{"secret_key":"s"}}""", client => client.Webhooks.CreateSecretAsync("the hook", None)) { Body = "{}" },
        new("changes of the configuration", PowensScope.Config, "GET /2.0/config/logs?search=a%20b&type=add&min_date=2026-01-31&max_date=2026-02-28", """{"configlogs":[]}""", client => client.Administration.ListConfigurationChangesAsync("a b", "add", new(2026, 1, 31), new(2026, 2, 28), None).ReadAllAsync()),
        new("invoicing", PowensScope.Invoicing, "GET /2.0/invoicing?all&min_date=2026-01-31&max_date=2026-02-28", """{"users_synced":1}""", client => client.Administration.GetInvoicingAsync(new(2026, 1, 31), new(2026, 2, 28), detailed: false, None)),
        new("invoicing with ids", PowensScope.Invoicing, "GET /2.0/invoicing?all&detail", """{"users_synced":[1]}""", client => client.Administration.GetInvoicingAsync(null, null, detailed: true, None)),
        new("answer", PowensScope.User, "POST /2.0/users/me/connections/3", Item, client => client.Connections.AnswerAsync("me", "3", new Dictionary<string, object?> { ["code"] = new Secret("123456") }, None))
        {
            Body = """{"code":"123456"}""",
        },
        new("resume", PowensScope.User, "POST /2.0/users/me/connections/3", Item, client => client.Connections.ResumeAsync("me", "3", None)) { Body = """{"resume":true}""" },
        new("remove connection", PowensScope.User, "DELETE /2.0/users/me/connections/3", "", client => client.Connections.RemoveAsync("me", "3", None)),
        new("accounts", PowensScope.User, "GET /2.0/users/me/accounts", """{"accounts":[]}""", client => client.Accounts.ListAsync("me", null, false, None).ReadAllAsync()),
        new("all accounts of a connection", PowensScope.User, "GET /2.0/users/me/connections/3/accounts?all", """{"accounts":[]}""", client => client.Accounts.ListAsync("me", "3", true, None).ReadAllAsync()),
        new("account", PowensScope.User, "GET /2.0/users/me/accounts/5?all", Item, client => client.Accounts.GetAsync("me", "5", None)),
        new("change account", PowensScope.User, "POST /2.0/users/me/accounts/5?all", Item, client => client.Accounts.ChangeAsync("me", "5", new() { ["name"] = "n" }, None)) { Body = """{"name":"n"}""" },
        new("transactions", PowensScope.User, "GET /2.0/users/me/transactions?limit=1000&offset=0", """{"transactions":[]}""", client => client.Transactions.ListAsync(new(), None).ReadAllAsync()),
        new("transactions of a connection", PowensScope.User, "GET /2.0/users/me/connections/3/transactions?limit=1000&offset=0", """{"transactions":[]}""", client => client.Transactions.ListAsync(new() { ConnectionId = "3" }, None).ReadAllAsync()),
        new("transactions narrowed", PowensScope.User,
            "GET /2.0/users/9/accounts/5/transactions?all&filter=date&min_date=2026-01-31&max_date=2026-02-28&last_update=2026-02-01%2010%3A30%3A00&income=true&search=caf%C3%A9%20%26%20co&wording=w&value=0.05&min_value=-10.50&max_value=0.10&expand=account%2Cdocuments&limit=1000&offset=0",
            """{"transactions":[]}""",
            client => client.Transactions.ListAsync(
                new()
                {
                    UserId = "9",
                    AccountId = "5",
                    ConnectionId = "3",
                    MinDate = new DateTime(2026, 1, 31, 23, 0, 0, DateTimeKind.Utc),
                    MaxDate = new DateTime(2026, 2, 28, 0, 0, 0, DateTimeKind.Local),
                    UpdatedSince = new DateTime(2026, 2, 1, 10, 30, 0, DateTimeKind.Utc),
                    Income = true,
                    Search = "café & co",
                    Wording = "w",
                    Value = 0.05m,
                    MinValue = -10.50m,
                    MaxValue = 0.10m,
                    Expand = ["account", "documents"],
                },
                None).ReadAllAsync()),
        new("transactions by the date that can be moved", PowensScope.User,
            "GET /2.0/users/me/transactions?max_date=2026-02-28&income=false&limit=1000&offset=0",
            """{"transactions":[]}""",
            client => client.Transactions.ListAsync(new() { MaxDate = new DateTime(2026, 2, 28), DateField = PowensDateField.ApplicationDate, Income = false }, None).ReadAllAsync()),
        new("transactions of disabled accounts too", PowensScope.User, "GET /2.0/users/me/transactions?all&limit=1000&offset=0", """{"transactions":[]}""", client => client.Transactions.ListAsync(new() { IncludeAll = true }, None).ReadAllAsync()),
        new("removed transactions", PowensScope.User, "GET /2.0/users/me/transactions?deleted&limit=1000&offset=0", """{"transactions":[]}""", client => client.Transactions.ListAsync(new() { DeletedOnly = true, IncludeAll = true }, None).ReadAllAsync()),
        new("transaction", PowensScope.User, "GET /2.0/users/me/transactions/8", Item, client => client.Transactions.GetAsync("me", "8", false, [], None)),
        new("transaction of a disabled account", PowensScope.User, "GET /2.0/users/me/transactions/8?all&expand=account", Item, client => client.Transactions.GetAsync("me", "8", true, ["account"], None)),
        new("change transaction", PowensScope.User, "POST /2.0/users/me/transactions/8", Item, client => client.Transactions.ChangeAsync("me", "8", new() { ["active"] = false }, None)) { Body = """{"active":false}""" },
        new("investments", PowensScope.User, "GET /2.0/users/me/investments", """{"investments":[]}""", client => client.Wealth.ListInvestmentsAsync("me", null, null, None).ReadAllAsync()),
        new("investments of a connection", PowensScope.User, "GET /2.0/users/me/connections/3/investments", """{"investments":[]}""", client => client.Wealth.ListInvestmentsAsync("me", null, "3", None).ReadAllAsync()),
        new("investments of an account", PowensScope.User, "GET /2.0/users/me/accounts/5/investments", """{"investments":[]}""", client => client.Wealth.ListInvestmentsAsync("me", "5", "3", None).ReadAllAsync()),
        new("history of an investment", PowensScope.User, "GET /2.0/users/me/investments/2/history", """{"investmentvalues":[]}""", client => client.Wealth.ListInvestmentValuesAsync("me", "2", None).ReadAllAsync()),
        new("investment", PowensScope.User, "GET /2.0/users/me/investments/2", Item, client => client.Wealth.GetInvestmentAsync("me", "2", None)),
        new("subscriptions", PowensScope.User, "GET /2.0/users/me/subscriptions?all", """{"subscriptions":[]}""", client => client.Wealth.ListSubscriptionsAsync("me", null, true, None).ReadAllAsync()),
        new("subscriptions of a connection", PowensScope.User, "GET /2.0/users/me/connections/3/subscriptions", """{"subscriptions":[]}""", client => client.Wealth.ListSubscriptionsAsync("me", "3", false, None).ReadAllAsync()),
        new("subscription", PowensScope.User, "GET /2.0/users/me/subscriptions/2", Item, client => client.Wealth.GetSubscriptionAsync("me", "2", None)),
        new("documents", PowensScope.User, "GET /2.0/users/me/documents?limit=1000&offset=0", """{"documents":[]}""", client => client.Documents.ListAsync(new(), None).ReadAllAsync()),
        new("documents narrowed", PowensScope.User, "GET /2.0/users/me/transactions/8/documents?id_type=4&min_date=2026-01-31&max_date=2026-02-28&min_amount=0.10&max_amount=9&limit=1000&offset=0", """{"documents":[]}""",
            client => client.Documents.ListAsync(new() { TransactionId = "8", SubscriptionId = "2", TypeId = "4", MinDate = new(2026, 1, 31), MaxDate = new(2026, 2, 28), MinAmount = 0.10m, MaxAmount = 9 }, None).ReadAllAsync()),
        new("documents of a connection", PowensScope.User, "GET /2.0/users/me/connections/3/documents?limit=1000&offset=0", """{"documents":[]}""", client => client.Documents.ListAsync(new() { ConnectionId = "3" }, None).ReadAllAsync()),
        new("documents of a subscription", PowensScope.User, "GET /2.0/users/me/subscriptions/2/documents?limit=1000&offset=0", """{"documents":[]}""", client => client.Documents.ListAsync(new() { SubscriptionId = "2", ConnectionId = "3" }, None).ReadAllAsync()),
        new("file", PowensScope.User, "GET /2.0/users/me/documents/4/file", "%PDF", async client => (await client.Documents.OpenAsync("me", "4", null, None)).Dispose()),
        new("file at its own address", PowensScope.User, "GET /2.0/files/4?x=y", "%PDF", async client => (await client.Documents.OpenAsync("me", "4", "https://example.biapi.test/2.0/files/4?x=y", None)).Dispose()),
    }.ToDictionary(call => call.Name, StringComparer.Ordinal);

    /// <summary>The token that goes along with a scope.</summary>
    public static string TokenOf(string scope) => scope switch
    {
        PowensScope.User => PowensWire.UserToken,
        PowensScope.Config => PowensWire.ConfigToken,
        PowensScope.Users => PowensWire.UsersToken,
        PowensScope.Invoicing => PowensWire.InvoicingToken,
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    public static string ParameterOf(string scope) => scope switch
    {
        PowensScope.User => "-UserToken",
        PowensScope.Config => "-ConfigToken",
        PowensScope.Users => "-UsersToken",
        PowensScope.Invoicing => "-InvoicingToken",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };
}
