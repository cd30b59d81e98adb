using CompanyData.Client.Tests.Powens;
using CompanyData.Client.Tests.Support;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Mutation;

/// <summary>Powens' answers; user 1 and two connections are there from the start.</summary>
internal static class PowensReaders
{
    public static async Task AddAsync(Readers readers, SandboxWorld world)
    {
        string canary = world.Options.PowensUserToken;
        string account = string.Empty, transaction = string.Empty, document = string.Empty, subscription = string.Empty, investment = string.Empty;

        await AddAsync("connectors", (client, token) => QardReaders.AllAsync(client.Catalogue.ListConnectorsAsync(["FR"], ["fields"], token)));
        await AddAsync("connector", async (client, token) => await client.Catalogue.GetConnectorAsync("1", ["fields", "sources"], token));
        await AddAsync("configuration", async (client, token) => await client.Catalogue.GetConfigurationAsync(token));
        await AddAsync("new user", async (client, token) => await client.Access.CreateUserAsync(token));
        await AddAsync("renewed token", async (client, token) => await client.Access.RenewAsync("1", false, token));
        await AddAsync("code", async (client, token) => await client.Access.CreateCodeAsync(token));
        await AddAsync("users", (client, token) => QardReaders.AllAsync(client.Users.ListAsync(token)));
        await AddAsync("user", async (client, token) => await client.Users.GetAsync("me", token));
        await AddAsync("connections", (client, token) => QardReaders.AllAsync(client.Connections.ListAsync("me", ["connector", "accounts"], token)));
        await AddAsync("connection", async (client, token) => await client.Connections.GetAsync("me", "1", ["sources"], token));
        await AddAsync("synchronised connection", async (client, token) => await client.Connections.SynchroniseAsync("me", "1", false, token));
        await AddAsync("new connection", async (client, token) => await client.Connections.CreateAsync("me", "1", PowensWire.Fields("right"), false, token));
        // Without a time-out, which would fall due at once on a swift clock.
        await AddAsync("awaited connection", async (client, token) => await client.Connections.WaitAsync("me", "1", timeout: null, token));
        await AddAsync("sources", (client, token) => QardReaders.AllAsync(client.Sources.ListAsync("me", "1", token)));
        await AddAsync("source", async (client, token) => await client.Sources.GetAsync("me", "1", "1", token));
        await AddAsync("logs", (client, token) => QardReaders.AllAsync(client.Sources.ListLogsAsync(new() { UserId = "me" }, token)));
        await AddAsync("balances", (client, token) => QardReaders.AllAsync(client.Accounts.ListBalancesAsync("me", null, null, null, token)));
        await AddAsync("owners", (client, token) => QardReaders.AllAsync(client.Accounts.ListOwnersAsync("me", token)));
        await AddAsync("account types", (client, token) => QardReaders.AllAsync(client.References.ListAccountTypesAsync(token)));
        await AddAsync("currencies", (client, token) => QardReaders.AllAsync(client.References.ListCurrenciesAsync(token)));
        await AddAsync("categories", (client, token) => QardReaders.AllAsync(client.References.ListCategoriesAsync(token)));
        await AddAsync("document types", (client, token) => QardReaders.AllAsync(client.References.ListDocumentTypesAsync(token)));
        await AddAsync("new webhook", async (client, token) => await client.Webhooks.CreateAsync(new("https://hooks.example.test/"), new() { ["event"] = "CONNECTION_SYNCED" }, token));
        await AddAsync("webhooks", (client, token) => QardReaders.AllAsync(client.Webhooks.ListAsync(token)));
        await AddAsync("deliveries", (client, token) => QardReaders.AllAsync(client.Webhooks.ListDeliveriesAsync("1", null, null, null, token)));
        await AddAsync("new webhook secret", async (client, token) => await client.Webhooks.CreateSecretAsync("hook", token));
        await AddAsync("webhook secrets", async (client, token) => await client.Webhooks.ListSecretsAsync(token));
        await AddAsync("changes of the configuration", (client, token) => QardReaders.AllAsync(client.Administration.ListConfigurationChangesAsync(null, null, null, null, token)));
        await AddAsync("invoicing", async (client, token) => await client.Administration.GetInvoicingAsync(null, null, detailed: false, token));
        await AddAsync("accounts", async (client, token) =>
        {
            List<PowensAccount> all = await client.Accounts.ListAsync("me", null, true, token).ReadAllAsync();
            account = Remember(account, all.FirstOrDefault()?.Id);
            return all;
        });
        await AddAsync("account", async (client, token) => await client.Accounts.GetAsync("me", account, token));
        await AddAsync("transactions", async (client, token) =>
        {
            List<PowensTransaction> all = await client.Transactions.ListAsync(new() { AccountId = account }, token).ReadAllAsync();
            transaction = Remember(transaction, all.FirstOrDefault()?.Id);
            return all;
        });
        await AddAsync("transaction", async (client, token) => await client.Transactions.GetAsync("me", transaction, false, ["account"], token));
        await AddAsync("investments", async (client, token) =>
        {
            List<PowensInvestment> all = await client.Wealth.ListInvestmentsAsync("me", null, null, token).ReadAllAsync();
            investment = Remember(investment, all.FirstOrDefault()?.Id);
            return all;
        });
        await AddAsync("investment", async (client, token) => await client.Wealth.GetInvestmentAsync("me", investment, token));
        await AddAsync("history of an investment", (client, token) => QardReaders.AllAsync(client.Wealth.ListInvestmentValuesAsync("me", investment, token)));
        await AddAsync("subscriptions", async (client, token) =>
        {
            List<PowensSubscription> all = await client.Wealth.ListSubscriptionsAsync("me", null, true, token).ReadAllAsync();
            subscription = Remember(subscription, all.FirstOrDefault()?.Id);
            return all;
        });
        await AddAsync("subscription", async (client, token) => await client.Wealth.GetSubscriptionAsync("me", subscription, token));
        await AddAsync("documents", async (client, token) =>
        {
            List<PowensDocument> all = await client.Documents.ListAsync(new(), token).ReadAllAsync();
            document = Remember(document, all.FirstOrDefault()?.Id);
            return all;
        });
        await AddAsync("file", (client, token) => QardReaders.DownloadedAsync(client.Documents.OpenAsync("me", document, null, token), token));
        await AddAsync("refusal: not found", async (client, token) => await client.Accounts.GetAsync("me", "999999", token));
        await AddAsync("refusal: bad password", async (client, token) => await client.Connections.CreateAsync("me", "1", PowensWire.Fields("wrong"), false, token));

        Task AddAsync(string name, Func<PowensClient, CancellationToken, Task<object?>> call) => readers.AddAsync(
            "Powens",
            name,
            canary,
            Sandbox.SandboxHandler.PowensPath,
            options => new PowensClient(options, new()
            {
                UserToken = new(canary),
                ConfigToken = new(world.Options.PowensConfigToken),
                UsersToken = new(world.Options.PowensUsersToken),
                InvoicingToken = new(world.Options.PowensInvoicingToken),
                ClientId = world.Options.PowensClientId,
                ClientSecret = new(world.Options.PowensClientSecret),
            }),
            call);

        // Later calls are about what the sandbox gave first, not about what came after a change.
        static string Remember(string known, string? found) => known.Length > 0 ? known : found ?? known;
    }
}
