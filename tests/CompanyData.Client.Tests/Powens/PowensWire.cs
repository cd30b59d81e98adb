using CompanyData.Client.Tests.Support;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Powens;

/// <summary>A Powens session whose wire is a script and whose clock stands still. Each scope has a token of its own.</summary>
internal sealed class PowensWire : ScriptedWire<PowensClient, PowensWire>
{
    public const string UserToken = "canary-user-token";
    public const string ConfigToken = "canary-config-token";
    public const string UsersToken = "canary-users-token";
    public const string InvoicingToken = "canary-invoicing-token";
    public const string ClientSecret = "canary-client-secret";

    public PowensWire(PowensCredentials? credentials = null, int maxRetries = 5, string baseUri = "https://example.biapi.test/2.0", TimeProvider? time = null)
        : base(time)
    {
        ServiceOptions options = new() { BaseUri = new(baseUri), MaxRetries = maxRetries, Time = time ?? Clock, Handler = Handler };
        Client = new(options, credentials ?? AllCredentials);
    }

    public static PowensCredentials AllCredentials { get; } = new()
    {
        UserToken = new(UserToken),
        ConfigToken = new(ConfigToken),
        UsersToken = new(UsersToken),
        InvoicingToken = new(InvoicingToken),
        ClientId = "client-of-a-test",
        ClientSecret = new(ClientSecret),
    };

    public override PowensClient Client { get; }

    public Task<List<PowensTransaction>> TransactionsAsync(PowensTransactionFilter? filter = null)
        => RunAsync(client => client.Transactions.ListAsync(filter ?? new(), CancellationToken.None).ReadAllAsync());

    public Task<ApiException> FailTransactionsAsync()
        => FailAsync(client => client.Transactions.ListAsync(new(), CancellationToken.None).ReadAllAsync());

    public Task<PowensConnection> ConnectAsync(string connector = "00000000-0000-4000-8000-000000000001", string password = "canary-password", bool inBackground = false)
        => RunAsync(client => client.Connections.CreateAsync("me", connector, Fields(password), inBackground, CancellationToken.None));

    public static Dictionary<string, object?> Fields(string password) => new() { ["login"] = "somebody", ["password"] = new Secret(password) };
}
