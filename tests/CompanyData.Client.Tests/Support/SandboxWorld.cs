using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Sandbox;
using CompanyData.Tests.VirtualTime;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Support;

/// <summary>A session on the sandbox under a manual clock.</summary>
internal sealed class SandboxWorld : IDisposable
{
    public const string Siren = "123456789";
    public const string Register = "company_legal_fr";

    /// <summary>A provider to which a user may have several connections.</summary>
    public const string Bank = "sandbox_openbanking";

    public static readonly TimeSpan SyncDuration = TimeSpan.FromSeconds(60);

    public static readonly string[] CompanyTypes = ["COMPANY_PROFILE", "COMPANY_OFFICER", "BENEFICIAL_OWNER"];

    public static readonly string[] CommerceTypes =
        ["COMMERCE_TRANSACTION", "COMMERCE_SUBSCRIPTION", "COMMERCE_TRANSACTION_INSIGHT", "COMMERCE_SUBSCRIPTION_INSIGHT"];

    public SandboxWorld(Action<SandboxOptions>? configure = null, int maxRetries = 5)
    {
        Options = new() { Time = Clock, SyncDuration = SyncDuration };
        configure?.Invoke(Options);
        Handler = new(Options);
        Trouble = new(Handler);
        Client = ClientOf(Options.QardApiKey, maxRetries);
    }

    public VirtualTimeProvider Clock { get; } = new();

    public SandboxOptions Options { get; }

    public SandboxHandler Handler { get; }

    public TroubleHandler Trouble { get; }

    public QardClient Client { get; }

    public QardClient ClientOf(string key, int maxRetries = 5) => new(
        new ServiceOptions { BaseUri = new(SandboxOptions.Origin, SandboxHandler.QardPath), Time = Clock, Handler = Trouble, MaxRetries = maxRetries },
        new Secret(key));

    public Task<T> RunAsync<T>(Func<QardClient, Task<T>> work) => Clock.RunAsync(() => work(Client));

    public Task RunAsync(Func<QardClient, Task> work) => Clock.RunAsync(() => work(Client));

    /// <summary>Collects one company, by default one that the sandbox knows, as a run without a journal does.</summary>
    public Task<CompanyDossier> CollectAsync(CompanyRequest? company = null, CollectionOptions? options = null) => RunAsync(client =>
        new CompanyCollector(client, options ?? new()).CollectAsync(company ?? new(Siren, "Example Company SAS"), progress: null, CancellationToken.None));

    public Task<ApiException> FailAsync(Func<QardClient, Task> work) => Assert.ThrowsAsync<ApiException>(() => RunAsync(work));

    public async Task<string> UserAsync(string siren = Siren, string name = "Example Company SAS")
        => (await RunAsync(client => client.Users.CreateAsync(new QardNewLegalUser { Name = name, Siren = siren }, null, CancellationToken.None))).Id!;

    public Task<QardDataConnection> ConnectAsync(string user, string provider = Register, params string[] types)
        => RunAsync(client => client.Connections.CreateAsync(
            user,
            new QardNewDataConnection { ProviderName = provider, RequestedDataTypes = types.Length == 0 ? CompanyTypes : types },
            CancellationToken.None));

    /// <summary>A user with a connection to the company register.</summary>
    public async Task<string> ConnectedUserAsync(string siren = Siren, params string[] types)
    {
        string user = await UserAsync(siren);
        await ConnectAsync(user, Register, types);
        return user;
    }

    public Task<QardSync> StartAsync(string user, params string[] types)
        => RunAsync(client => client.Syncs.StartAsync(user, types, CancellationToken.None));

    public Task<QardSyncResult> WaitAsync(QardSync sync, TimeSpan? timeout = null, IProgress<QardSyncProgress>? progress = null)
        => RunAsync(client => client.Syncs.WaitAsync(sync, timeout ?? TimeSpan.FromHours(1), progress, CancellationToken.None));

    public async Task SetUpGoCardlessAsync()
    {
        Dictionary<string, object?> credentials = new() { ["is_sandbox"] = true, ["client_id"] = "id-of-a-test", ["client_secret"] = new Secret("secret-of-a-test") };
        await RunAsync(client => client.Account.SetProviderCredentialsAsync("gocardless", credentials, CancellationToken.None));
        await RunAsync(client => client.Account.SetProviderSettingsAsync(
            "gocardless", new Dictionary<string, object?> { ["auto_connect"] = true }, CancellationToken.None));
        await RunAsync(client => client.Account.EnableProviderAsync("gocardless", true, CancellationToken.None));
    }

    /// <summary>The end user visits the page and consents.</summary>
    public async Task ConsentAsync(string url)
    {
        using HttpClient person = new(Handler, disposeHandler: false);
        (await person.GetAsync(new Uri(url))).EnsureSuccessStatusCode();
    }

    /// <summary>A user whose commerce data is there to read.</summary>
    public async Task<string> CommerceUserAsync()
    {
        await SetUpGoCardlessAsync();
        string user = await UserAsync();
        QardDataConnection connection = await ConnectAsync(user, "gocardless", CommerceTypes);
        await ConsentAsync(connection.RedirectUrl!);
        await Clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        await WaitAsync(await StartAsync(user));
        return user;
    }

    public void Dispose() => Client.Dispose();
}
