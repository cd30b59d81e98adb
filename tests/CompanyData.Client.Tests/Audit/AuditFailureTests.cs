using CompanyData.Audit;
using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Sandbox;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Audit;

/// <summary>What happens to calls while the audit log is read, or cannot be written.</summary>
public sealed class AuditFailureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit").FullName;
    private readonly AuditTrail _trail = new();

    private string Inner => Path.Combine(_folder, "inner");

    private string Log => Path.Combine(Inner, "audit.jsonl");

    public AuditFailureTests()
    {
        Directory.CreateDirectory(Inner);
        _trail.Start(Log);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Log_IsReadMeanwhile_TakesTheCall()
    {
        using Wire wire = new(audit: _trail);
        wire.Always(Replies.Json("""{"name":"E"}"""));
        using (FileStream reader = new(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            await wire.ReadAsync();
        }

        Assert.Single(File.ReadAllLines(Log));
    }

    /// <summary>Found by simulation: a power failure took lines of changes with it.</summary>
    [Fact]
    public async Task Change_HasEnded_ItsLineIsOnTheDiskItself()
    {
        FlushCounter files = new();
        AuditTrail trail = new(files);
        trail.Start(Path.Combine(Inner, "flushed.jsonl"));
        using Wire wire = new(audit: trail);
        wire.Always(Replies.Json("""{"name":"E"}"""));

        await wire.ReadAsync();
        Assert.Equal(0, files.Flushes);
        await wire.RunAsync(client => client.Account.EnableProviderAsync("stripe", true, CancellationToken.None));
        Assert.Equal(1, files.Flushes);
    }

    [Fact]
    public async Task Create_ItsResponseIsLost_KeepsThatFailure()
    {
        using Wire wire = new(maxRetries: 0, audit: _trail);
        wire.Then(async (request, token) =>
        {
            Directory.Delete(Inner, recursive: true);
            return await Replies.Reset()(request, token);
        });

        ApiException failure = await wire.FailToCreateAsync();
        Assert.Equal(ApiErrorKind.NotAudited, failure.Kind);
        Assert.True(failure.OutcomeUnknown);
        Assert.Contains("the call was sent (unknown)", failure.Message);
        ApiException original = Assert.IsType<ApiException>(failure.InnerException);
        Assert.Equal(ApiErrorKind.Network, original.Kind);
        Assert.Contains(original.Message, failure.Message);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Create_Succeeded_SaysWhatWasCreated()
    {
        using Wire wire = new(maxRetries: 0, audit: _trail);
        wire.Then(async (request, token) =>
        {
            Directory.Delete(Inner, recursive: true);
            return await Replies.Json("""{"id":"user-42","name":"Exemple"}""", 201)(request, token);
        });

        ApiException failure = await wire.FailToCreateAsync();
        Assert.Equal(ApiErrorKind.NotAudited, failure.Kind);
        Assert.Equal("user-42", failure.CreatedId);
        Assert.Contains("user-42", failure.Message);
        Assert.False(failure.OutcomeUnknown);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public async Task Collection_LogCannotBeWritten_EndsAtOnce(int requestsBefore)
    {
        using SandboxWorld world = new();
        int requests = 0;
        CountingHandler wire = new(world.Handler, () =>
        {
            if (++requests == requestsBefore)
            {
                Directory.Delete(Inner, recursive: true);
            }
        });
        using QardClient client = new(
            new ServiceOptions { BaseUri = new(SandboxOptions.Origin, SandboxHandler.QardPath), Time = world.Clock, Handler = wire, Audit = _trail },
            new Secret(world.Options.QardApiKey));
        CompanyCollector collector = new(client, new());

        ApiException failure = await Assert.ThrowsAsync<ApiException>(
            () => world.Clock.RunAsync(() => collector.CollectAsync(new("123456789", "Exemple"), progress: null, CancellationToken.None)));
        Assert.Equal(ApiErrorKind.NotAudited, failure.Kind);
        Assert.Equal(requestsBefore, requests);
    }

    private sealed class CountingHandler(HttpMessageHandler inner, Action onRequest) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            onRequest();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
