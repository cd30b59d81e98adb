using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Tests.VirtualTime;
using CompanyData.Transport;
using Polly.CircuitBreaker;

namespace CompanyData.Client.Tests.Transport;

public class CircuitBreakerTests
{
    private static readonly ScriptedHandler.Reply Profile = Replies.Json("""{"name":"Example"}""");

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Read_NearlyEverythingFails_IsNoLongerSent(int status)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.Status(status));
        await FailAsync(wire, 10);

        ApiException exception = await wire.FailToReadAsync();
        Assert.Equal(ApiErrorKind.Unavailable, exception.Kind);
        Assert.Equal(0, exception.Attempts);
        Assert.False(exception.OutcomeUnknown);
        Assert.True(exception.IsTransient);
        Assert.Equal(10, wire.Requests.Count);
    }

    [Fact]
    public async Task Read_ServiceIsBackAfterTheBreak_Recovers()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.Status(500));
        await FailAsync(wire, 10);
        wire.Always(Profile);
        Assert.Equal(ApiErrorKind.Unavailable, (await wire.FailToReadAsync()).Kind);

        await wire.Clock.AdvanceAsync(TimeSpan.FromSeconds(11));
        Assert.Equal("Example", (await wire.ReadAsync()).Name);
        Assert.Equal("Example", (await wire.ReadAsync()).Name);
    }

    [Fact]
    public async Task Read_CircuitIsOpen_WaitsForItWithinItsRetries()
    {
        using Wire wire = new(maxRetries: 5);
        wire.Then([.. Enumerable.Repeat(Replies.Status(500), 12)]).Always(Profile);
        await FailAsync(wire, 2);

        int sent = wire.Requests.Count;
        Assert.Equal("Example", (await wire.ReadAsync()).Name);
        Assert.InRange(wire.Requests.Count - sent, 1, 3);
        Assert.Equal("Example", (await wire.ReadAsync()).Name);
    }

    /// <summary>The attempt's time-out lies inside the breaker, or the breaker would not see it.</summary>
    [Fact]
    public async Task Read_EachAttemptTimesOut_IsNoLongerSent()
    {
        using Wire wire = new(maxRetries: 0, attemptTimeout: TimeSpan.FromSeconds(1));
        wire.Always(Replies.Hang());
        await FailAsync(wire, 10);

        Assert.Equal(ApiErrorKind.Unavailable, (await wire.FailToReadAsync()).Kind);
        Assert.Equal(10, wire.Requests.Count);
    }

    [Fact]
    public async Task Read_HalfOfItFails_GoesOn()
    {
        using Wire wire = new(maxRetries: 0);
        for (int i = 0; i < 30; i++)
        {
            wire.Then(Replies.Status(500), Profile);
        }

        for (int i = 0; i < 30; i++)
        {
            Assert.Equal(ApiErrorKind.ServerError, (await wire.FailToReadAsync()).Kind);
            await wire.ReadAsync();
        }

        Assert.Equal(60, wire.Requests.Count);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(422)]
    [InlineData(429)]
    public async Task Read_ServiceAnswersButRefuses_IsNotTakenForDown(int status)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.Status(status));
        await FailAsync(wire, 40);
        Assert.Equal(40, wire.Requests.Count);
    }

    /// <summary>More requests at once than the connections carry: HTTP/2 lets the server refuse the rest, which says that it is there.</summary>
    [Fact]
    public async Task Read_ConnectionCarriesNoMore_IsRepeatedAndNotTakenForDown()
    {
        using Wire wire = new(maxRetries: 1);
        wire.Always((_, _) => throw new HttpRequestException(HttpRequestError.HttpProtocolError, "Refused.", new HttpProtocolException(7, "Refused.", null)));
        for (int i = 0; i < 20; i++)
        {
            ApiException failure = await wire.FailToCreateAsync();
            Assert.Equal((ApiErrorKind.RateLimited, 2, false), (failure.Kind, failure.Attempts, failure.OutcomeUnknown));
            Assert.Contains("accepts no more requests", failure.Message);
        }

        Assert.Equal(40, wire.Requests.Count);
    }

    /// <summary>It waits until the next trial is due, is told that the service is down, and that it responds again.</summary>
    [Fact]
    public async Task Read_CircuitIsOpenAndTheServiceBack_IsTheTrialAndSaysBoth()
    {
        using Wire wire = new();
        wire.Then([.. Enumerable.Repeat(Replies.Status(503), 12)]).Always(Profile);
        await FailAsync(wire, 2);
        Assert.Equal(12, wire.Requests.Count);
        List<OutageNotice> notices = [];
        await wire.RunAsync(async client =>
        {
            CallScope.Current = CallScope.Current with { OnOutage = notices.Add };
            await client.Account.GetProfileAsync(CancellationToken.None).ConfigureAwait(false);
        });
        Assert.Equal([false, true], notices.Select(notice => notice.IsOver));
        Assert.InRange(wire.Requests[12].At - wire.Requests[11].At, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.26));
    }

    /// <summary>A single request that always fails is no outage, however often it is repeated.</summary>
    [Fact]
    public async Task Read_ManyRetries_ACallAloneOpensNothing()
    {
        using Wire wire = new(maxRetries: 9);
        wire.Always(Replies.Status(503));
        List<OutageNotice> notices = [];
        await wire.RunAsync(async client =>
        {
            CallScope.Current = CallScope.Current with { OnOutage = notices.Add };
            for (int call = 0; call < 2; call++)
            {
                ApiException failure = await Assert.ThrowsAsync<ApiException>(() => client.Account.GetProfileAsync(CancellationToken.None)).ConfigureAwait(false);
                Assert.Equal((ApiErrorKind.ServerError, 10), (failure.Kind, failure.Attempts));
            }
        });
        Assert.Equal(20, wire.Requests.Count);
        Assert.Empty(notices);
    }

    /// <summary>A trial of somebody else may take longer than the break, or say when it will be over: neither a busy loop nor a long sleep.</summary>
    [Theory]
    [InlineData(null, 1)]
    [InlineData(-3.0, 1)]
    [InlineData(0.2, 1)]
    [InlineData(5.0, 5)]
    [InlineData(60.0, 10)]
    public async Task Pause_IsOfOneToTenSeconds(double? left, double seconds)
    {
        VirtualTimeProvider clock = new();
        ServiceOptions options = new() { BaseUri = new("https://api.example.test/"), Time = clock };
        ServiceCircuitBreaker breaker = new(new QardDialect(new Secret(Wire.Key)), options, new AdaptiveRateLimiter(clock, Jitter.Next));
        BrokenCircuitException rejection = left is { } given ? new("open", TimeSpan.FromSeconds(given)) : new("open");
        DateTimeOffset started = clock.GetUtcNow();
        await clock.RunAsync(() => breaker.PauseAsync(rejection, CancellationToken.None));
        Assert.Equal(TimeSpan.FromSeconds(seconds), clock.GetUtcNow() - started);
    }

    private static async Task FailAsync(Wire wire, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await wire.FailToReadAsync();
        }
    }
}
