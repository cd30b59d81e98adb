using CompanyData.Audit;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Support;

/// <summary>A session whose wire is a script and whose clock stands still.</summary>
internal sealed class Wire : ScriptedWire<QardClient, Wire>
{
    public const string Key = "key-of-a-test-4f1d";

    private static readonly TimeSpan MaxStandstill = TimeSpan.FromSeconds(90);

    public Wire(
        int maxRetries = 5,
        TimeSpan? attemptTimeout = null,
        string baseUri = "https://api.example.test/api/v6",
        long? maxBytes = null,
        AuditTrail? audit = null,
        double? maxRequestsPerSecond = null)
    {
        ServiceOptions options = new()
        {
            BaseUri = new Uri(baseUri, UriKind.RelativeOrAbsolute),
            MaxRetries = maxRetries,
            AttemptTimeout = attemptTimeout ?? TimeSpan.FromSeconds(100),
            MaxResponseBytes = maxBytes ?? 1024 * 1024,
            Time = Clock,
            Handler = Handler,
            Audit = audit,
            MaxRequestsPerSecond = maxRequestsPerSecond,
        };
        Client = new(options, new Secret(Key));
    }

    public override QardClient Client { get; }

    public Task<QardProfile> ReadAsync() => RunAsync(client => client.Account.GetProfileAsync(CancellationToken.None));

    public Task<ApiException> FailToReadAsync() => FailAsync(client => client.Account.GetProfileAsync(CancellationToken.None));

    /// <summary>A change that may be repeated.</summary>
    public Task<ApiException> FailToChangeAsync() => FailAsync(client => client.Account.EnableProviderAsync("stripe", true, CancellationToken.None));

    /// <summary>A create that nothing can be looked up for.</summary>
    public Task<ApiException> FailToCreateAsync() => FailAsync(client => client.Users.CreateAsync(
        new QardNewNaturalUser { FirstName = "Test", LastName = "Person" }, CancellationToken.None));

    /// <summary>What ends while time stands still; the limit is there to end what hangs.</summary>
    public static Task<T> SoonAsync<T>(Task<T> task) => task.WaitAsync(MaxStandstill);

    public static Task SoonAsync(Task task) => task.WaitAsync(MaxStandstill);
}
