using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Mutation;

/// <summary>Qard's answers.</summary>
internal static class QardReaders
{
    private static readonly string[] Others = ["COURT_DECISION", "FINANCIAL_STATEMENT", "ARTICLES_OF_ASSOCIATION", "BACKGROUND_CHECK", "LEGAL_NOTICE"];

    public static async Task AddAsync(Readers readers, SandboxWorld world)
    {
        string user = await world.CommerceUserAsync();
        QardDataConnection connection = await world.ConnectAsync(user, SandboxWorld.Register, [.. SandboxWorld.CompanyTypes, .. Others]);
        QardSync sync = await world.StartAsync(user);
        await world.WaitAsync(sync);
        string other = await world.UserAsync("987654321", "Another Company SAS");

        await AddAsync("profile", async (client, token) => await client.Account.GetProfileAsync(token));
        await AddAsync("client", async (client, token) => await client.Account.GetClientAsync(token));
        await AddAsync("providers", async (client, token) => await client.Account.ListProvidersAsync(token).ReadAllAsync());
        await AddAsync("webhook secret", async (client, token) => await client.Account.ResetWebhookSecretAsync(token));
        await AddAsync("alerts", (client, token) => AllAsync(client.Account.ListNotificationsAsync(token)));
        await AddAsync("users", (client, token) => AllAsync(client.Users.ListAsync(token)));
        await AddAsync("users by siren", async (client, token) => await client.Users.ListBySirenAsync(SandboxWorld.Siren, token).ReadAllAsync());
        await AddAsync("user", async (client, token) => await client.Users.GetAsync(user, token));
        await AddAsync("new user", async (client, token) => await client.Users.CreateAsync(new QardNewLegalUser { Name = "New SAS", Siren = "123123123" }, null, token));
        await AddAsync("new person", async (client, token) => await client.Users.CreateAsync(new QardNewNaturalUser { FirstName = "Test", LastName = "Person" }, token));
        await AddAsync("changed user", async (client, token) => await client.Users.ChangeAsync(user, new QardUserChange { Name = "Renamed" }, token));
        await AddAsync("connections", async (client, token) => await client.Connections.ListAsync(user, token).ReadAllAsync());
        await AddAsync("connection", async (client, token) => await client.Connections.GetAsync(user, connection.Id!, token));
        await AddAsync("new connection", async (client, token) => await client.Connections.CreateAsync(
            other, new QardNewDataConnection { ProviderName = SandboxWorld.Register, RequestedDataTypes = SandboxWorld.CompanyTypes }, token));
        await AddAsync("started sync", async (client, token) => await client.Syncs.StartAsync(user, [], token));
        await AddAsync("latest syncs", async (client, token) => await client.Syncs.ListLatestAsync(user, token).ReadAllAsync());
        await AddAsync("sync history", async (client, token) => await client.Syncs.ListHistoryAsync(user, 5, token).ReadAllAsync());
        await AddAsync("company profile", async (client, token) => await client.Data.GetCompanyProfileAsync(user, token));
        await AddAsync("officers", (client, token) => AllAsync(client.Data.ListCompanyOfficersAsync(user, false, token)));
        await AddAsync("owners", (client, token) => AllAsync(client.Data.ListBeneficialOwnersAsync(user, token)));
        await AddAsync("commerce transactions", (client, token) => AllAsync(client.Data.ListCommerceTransactionsAsync(user, token)));
        await AddAsync("commerce subscriptions", (client, token) => AllAsync(client.Data.ListCommerceSubscriptionsAsync(user, token)));
        await AddAsync("transaction insights", (client, token) => AllAsync(client.Data.ListCommerceTransactionInsightsAsync(user, token)));
        await AddAsync("subscription insights", (client, token) => AllAsync(client.Data.ListCommerceSubscriptionInsightsAsync(user, token)));
        foreach (string type in Others)
        {
            await AddAsync(type, (client, token) => AllAsync(client.Data.ListAsync(user, type, token)));
        }

        QardUserData decision = (await world.RunAsync(client => client.Data.ListAsync(user, "COURT_DECISION", Readers.None).ReadAllAsync()))[0];
        string file = ((QardCourtDecision)decision).FileId!;
        await AddAsync("file", (client, token) => DownloadedAsync(client.Files.OpenAsync(file, token), token));
        await AddAsync("refusal: not found", async (client, token) => await client.Users.GetAsync("nobody", token));
        await AddAsync("refusal: bad content", async (client, token) => await client.Connections.CreateAsync(
            other, new QardNewDataConnection { ProviderName = SandboxWorld.Register, RequestedDataTypes = ["TAX_RETURN"] }, token));
        await readers.AddAsync(
            "Qard", "refusal: key", "canary-wrong-key", Sandbox.SandboxHandler.QardPath, options => new QardClient(options, new("canary-wrong-key")), async (client, token) => await client.Account.GetProfileAsync(token));

        Task AddAsync(string name, Func<QardClient, CancellationToken, Task<object?>> call) => readers.AddAsync(
            "Qard", name, world.Options.QardApiKey, Sandbox.SandboxHandler.QardPath, options => new QardClient(options, new(world.Options.QardApiKey)), call);
    }

    public static async Task<object?> AllAsync<T>(IAsyncEnumerable<T> items) => await items.ReadAllAsync();

    /// <summary>The file's name and content, as a download leaves them.</summary>
    public static async Task<object?> DownloadedAsync(Task<FileDownload> opening, CancellationToken cancellationToken)
    {
        using FileDownload file = await opening;
        string folder = Directory.CreateTempSubdirectory("companydata-mutations-").FullName;
        try
        {
            string path = Path.GetFullPath(Path.Combine(folder, file.SuggestedName ?? "none"));
            if (Path.GetDirectoryName(path) != folder)
            {
                throw new InvalidDataException($"The name leads out of the folder: {path}");
            }

            await file.SaveAsync(path, overwrite: false, cancellationToken);
            return Path.GetFileName(path);
        }
        catch (IOException cut) when (cut.Message.StartsWith("The file was cut off", StringComparison.Ordinal) || cut.Message.StartsWith("The service sent an empty", StringComparison.Ordinal))
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                throw new InvalidDataException("Part of a file was left behind.", cut);
            }

            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
