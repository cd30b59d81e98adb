using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Mutation;

/// <summary>Makes every call once on the sandbox and keeps its answers.</summary>
internal sealed class Readers
{
    private const long MaxBytes = 4 * 1024 * 1024;

    private readonly List<Reader> _all = [];
    private readonly SandboxWorld _world;

    private Readers(SandboxWorld world) => _world = world;

    public static CancellationToken None => CancellationToken.None;

    /// <summary>Small lists, so that a change meets every field.</summary>
    public static async Task<IReadOnlyList<Reader>> RecordAsync()
    {
        const string Canary = "canary-9b1f4c27-of-the-session";
        using SandboxWorld world = new(options =>
        {
            options.QardApiKey = options.PowensUserToken = options.QontoToken = Canary;
            (options.TransactionCount, options.PowensTransactionCount, options.CreditroCaseCount) = (3, 3, 3);
        });
        Readers readers = new(world);
        await QardReaders.AddAsync(readers, world);
        await PowensReaders.AddAsync(readers, world);
        await QontoReaders.AddAsync(readers, world);
        await CreditroReaders.AddAsync(readers, world);
        return readers._all;
    }

    /// <param name="service">Such as <c>Qard</c>.</param>
    /// <param name="name">What it reads.</param>
    /// <param name="secret">The key or token of the session.</param>
    /// <param name="path">Of the service within the sandbox.</param>
    /// <param name="open">Opens a session.</param>
    /// <param name="call">Makes the call and gives what it read.</param>
    public async Task AddAsync<TClient>(
        string service, string name, string secret, string path, Func<ServiceOptions, TClient> open, Func<TClient, CancellationToken, Task<object?>> call)
        where TClient : IDisposable
    {
        // Not disposed: the handler behind it goes on to serve the other calls.
        RecordingHandler recorder = new(_world.Handler);
        try
        {
            await ReadAsync(recorder, None);
        }
        catch (ApiException) when (name.StartsWith("refusal", StringComparison.Ordinal))
        {
            // A refusal is an answer as well.
        }

        Assert.NotEmpty(recorder.Answers);
        _all.Add(new(service, name, secret, [.. recorder.Answers], ReadAsync));

        async Task<object?> ReadAsync(HttpMessageHandler handler, CancellationToken cancellationToken)
        {
            ServiceOptions options = new()
            {
                BaseUri = new(Sandbox.SandboxOptions.Origin, path),
                MaxRetries = 0,
                AttemptTimeout = 10 * SwiftClock.LongestPause,
                MaxResponseBytes = MaxBytes,
                Time = new SwiftClock(),
                Handler = handler,
            };
            using TClient client = open(options);
            return await call(client, cancellationToken);
        }
    }
}
