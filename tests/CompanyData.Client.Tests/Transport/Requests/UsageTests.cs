using System.Text;
using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class UsageTests
{
    [Fact]
    public async Task Read_WithRetriesAndThrottles_AreCounted()
    {
        using Wire wire = new();
        wire.Then(Replies.Status(500), Replies.Status(429), Replies.RetryAfter("1"), Replies.Json("""{"name":"É"}"""), Replies.Json("""{"name":"E"}"""));
        await wire.ReadAsync();
        await wire.ReadAsync();

        UsageCounter usage = wire.Client.Usage;
        Assert.Equal(5, usage.Requests);
        Assert.Equal(3, usage.Retries);
        Assert.Equal(2, usage.Throttles);
        Assert.Equal(Encoding.UTF8.GetByteCount("""{"name":"É"}{"name":"E"}"""), usage.Bytes);
    }

    [Fact]
    public async Task Read_NeverSent_CountsNothing()
    {
        using Wire wire = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wire.Client.Account.GetProfileAsync(new(canceled: true)));
        Assert.Equal(0, wire.Client.Usage.Requests);
    }

    [Fact]
    public async Task Read_FromManyThreads_CountsEach()
    {
        using Wire wire = new();
        wire.Always(Replies.Json("""{"name":"E"}"""));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => wire.Client.Account.GetProfileAsync(CancellationToken.None))));
        Assert.Equal(200, wire.Client.Usage.Requests);
        Assert.Equal(200 * """{"name":"E"}""".Length, wire.Client.Usage.Bytes);
    }

    [Fact]
    public async Task Read_AnswerLargerThanTheLimit_IsAnError()
    {
        using Wire wire = new(maxRetries: 0, maxBytes: 1000);
        wire.Always(Replies.Json($$"""{"name":"{{new string('x', 2000)}}"}"""));

        ApiException exception = await wire.FailToReadAsync();
        Assert.Equal(ApiErrorKind.InvalidResponse, exception.Kind);
        Assert.Contains("larger than 1000 bytes", exception.Message);
    }
}
