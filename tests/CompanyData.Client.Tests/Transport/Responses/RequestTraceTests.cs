using System.Net;
using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class RequestTraceTests
{
    [Fact]
    public async Task Read_WithARetry_IsOneTrace()
    {
        using Wire wire = new();
        wire.Then(Replies.RetryAfter("4"), Replies.Json("""{"name":"E"}"""));

        RequestTrace trace = Assert.Single(await TracesAsync(() => wire.ReadAsync()));
        Assert.Equal("Qard", trace.Service);
        Assert.Equal("GET", trace.Method);
        Assert.Equal("profile", trace.Path);
        Assert.Equal(HttpStatusCode.OK, trace.StatusCode);
        Assert.Equal(2, trace.Attempts);
        Assert.InRange(trace.Duration.TotalSeconds, 4, 4.25);
        Assert.Matches("^Qard: GET profile → 200, 2 attempts, 4\\d\\d\\d ms$", trace.ToString());
    }

    [Fact]
    public async Task Read_Fails_IsTracedAsWell()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.Status(404), Replies.Reset());

        List<RequestTrace> traces = await TracesAsync(async () =>
        {
            await wire.FailToReadAsync();
            await wire.FailToReadAsync();
        });
        Assert.Equal([HttpStatusCode.NotFound, null], traces.Select(trace => trace.StatusCode));
        Assert.Contains("no response, 1 attempt,", traces[1].ToString());
    }

    [Fact]
    public async Task Read_Cancelled_IsTracedAsWell()
    {
        using Wire wire = new();
        wire.Always(Replies.Hang());
        List<RequestTrace> traces = await TracesAsync(async () =>
        {
            using CancellationTokenSource stop = new();
            Task read = wire.Client.Account.GetProfileAsync(stop.Token);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        });
        Assert.Null(Assert.Single(traces).StatusCode);
    }

    [Fact]
    public async Task Read_InAnotherFlow_IsNotHeard()
    {
        using Wire wire = new();
        wire.Always(Replies.Json("""{"name":"E"}"""));
        List<RequestTrace> left = [];
        List<RequestTrace> right = [];

        await Task.WhenAll(
            Task.Run(async () =>
            {
                CallScope.Current = CallScope.Current with { OnRequest = left.Add };
                await wire.Client.Account.GetProfileAsync(CancellationToken.None);
                await wire.Client.Account.GetProfileAsync(CancellationToken.None);
            }),
            Task.Run(async () =>
            {
                CallScope.Current = CallScope.Current with { OnRequest = right.Add };
                await wire.Client.Account.GetProfileAsync(CancellationToken.None);
            }));
        await wire.Client.Account.GetProfileAsync(CancellationToken.None);
        Assert.Equal((2, 1), (left.Count, right.Count));
    }

    [Fact]
    public async Task Read_ListFromPages_IsOneTraceAPageWithItsQuery()
    {
        using Wire wire = new();
        wire.Then(
            Replies.Json("""{"total":2,"current_page":1,"last_page":2,"result":[{"id":"1","siren":"123456789"}]}"""),
            Replies.Json("""{"total":2,"current_page":2,"last_page":2,"result":[{"id":"2","siren":"123456789"}]}"""));

        List<RequestTrace> traces = await TracesAsync(() => wire.RunAsync(client => client.Users.ListBySirenAsync("123456789", CancellationToken.None).ReadAllAsync()));
        Assert.Equal(
            ["users?page=1&per_page=100&siren=123456789", "users?page=2&per_page=100&siren=123456789"], traces.Select(trace => trace.Path));
    }

    private static Task<List<RequestTrace>> TracesAsync(Func<Task> work) => Task.Run(async () =>
    {
        List<RequestTrace> traces = [];
        CallScope.Current = CallScope.Current with { OnRequest = traces.Add };
        await work();
        return traces;
    });
}
