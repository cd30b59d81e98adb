using CompanyData.Client.Tests.Support;

namespace CompanyData.Client.Tests.Transport;

public class AdaptiveRateLimiterTests
{
    private static readonly ScriptedHandler.Reply Profile = Replies.Json("""{"name":"Example"}""");

    [Fact]
    public async Task Read_AfterA429OfAnotherRequest_IsHeldUntilTheServiceIsReady()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.RetryAfter("20")).Always(Profile);
        await wire.FailToReadAsync();
        DateTimeOffset throttled = wire.Clock.GetUtcNow();

        Task[] others = [.. Enumerable.Range(0, 5).Select(_ => wire.Client.Account.GetProfileAsync(CancellationToken.None))];
        await wire.Clock.AdvanceAsync(TimeSpan.FromSeconds(19));
        Assert.Single(wire.Requests);
        Assert.All(others, other => Assert.False(other.IsCompleted));

        await wire.RunAsync(_ => Task.WhenAll(others));
        Assert.All(wire.Requests.Skip(1), request => Assert.InRange(request.At, throttled.AddSeconds(20), throttled.AddSeconds(22)));
    }

    [Fact]
    public async Task Read_After429WithoutRetryAfter_IsHeldALittle()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.Status(429)).Always(Profile);
        await wire.FailToReadAsync();

        await wire.ReadAsync();
        Assert.InRange((wire.Requests[1].At - wire.Requests[0].At).TotalSeconds, 0.25, 0.5);
    }

    [Fact]
    public async Task Read_AfterAnAbsurdRetryAfter_IsHeldNoLongerThanTheCap()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.RetryAfter("86400")).Always(Profile);
        await wire.FailToReadAsync();

        await wire.ReadAsync();
        Assert.Equal(TimeSpan.FromMinutes(2), wire.Requests[1].At - wire.Requests[0].At);
    }

    [Fact]
    public async Task Read_OfAnotherSession_IsNotHeld()
    {
        using Wire throttled = new(maxRetries: 0);
        using Wire other = new(maxRetries: 0);
        throttled.Then(Replies.RetryAfter("60"));
        other.Always(Profile);
        await throttled.FailToReadAsync();

        Assert.Equal("Example", (await Wire.SoonAsync(other.Client.Account.GetProfileAsync(CancellationToken.None))).Name);
    }

    [Fact]
    public async Task Read_HeldByTheGate_ItsTimeoutsHaveNotBegun()
    {
        using Wire wire = new(maxRetries: 0, attemptTimeout: TimeSpan.FromSeconds(5));
        wire.Then(Replies.RetryAfter("60")).Always(Profile);
        await wire.FailToReadAsync();

        Assert.Equal("Example", (await wire.ReadAsync()).Name);
    }
}
