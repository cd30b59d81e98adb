using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class RetryAfterTests
{
    private static readonly ScriptedHandler.Reply Profile = Replies.Json("""{"name":"Example"}""");

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Read_RetryAfterInSeconds_WaitsThatLong(int status)
        => Assert.InRange(await WaitOfAsync(_ => "7", status), 7, 7.25);

    [Fact]
    public async Task Read_RetryAfterLongerThanAMinute_IsReadWhole()
        => Assert.InRange(await WaitOfAsync(_ => "75"), 75, 75.25);

    [Fact]
    public async Task Read_RetryAfterAsADate_WaitsUntilThen()
        => Assert.InRange(await WaitOfAsync(now => now.AddSeconds(90).ToString("R")), 90, 90.25);

    [Fact]
    public async Task Read_RetryAfterWithAFraction_IsReadWhole() => Assert.InRange(await WaitOfAsync(_ => "2.5"), 2.5, 2.75);

    /// <summary>The clocks of this machine and of the service may differ; the service's date goes by its own.</summary>
    [Theory]
    [InlineData(-1000)]
    [InlineData(1000)]
    public async Task Read_RetryAfterAsADate_GoesByTheTimeOfTheResponse(int ahead)
    {
        using Wire wire = new();
        DateTimeOffset there = wire.Clock.GetUtcNow().AddSeconds(ahead);
        wire.Then(Replies.With(Replies.RetryAfter(there.AddSeconds(30).ToString("R")), response => response.Headers.Date = there), Profile);
        await wire.ReadAsync();
        Assert.InRange((wire.Requests[1].At - wire.Requests[0].At).TotalSeconds, 30, 30.25);
    }

    [Theory]
    [InlineData("86400")]
    [InlineData("2147483647")]
    public async Task LongWork_RetryAfterAbsurdlyLong_IsCapped(string value)
        => Assert.InRange(await WaitOfAsync(_ => value, isLong: true), 120, 120.25);

    [Fact]
    public async Task LongWork_RetryAfterADateNextYear_IsCapped()
        => Assert.InRange(await WaitOfAsync(now => now.AddYears(1).ToString("R"), isLong: true), 120, 120.25);

    /// <summary>Nobody at a prompt waits for hours, nor for ten minutes to be told so.</summary>
    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Read_ServiceAsksForHours_FailsAtOnceAndSaysWhen(int status)
    {
        using Wire wire = new();
        wire.Always(Replies.RetryAfter("7200", status));
        ApiException exception = await wire.FailToReadAsync();
        Assert.Single(wire.Requests);
        Assert.Contains("2:00:00", exception.Remedy);
        Assert.Equal(TimeSpan.FromHours(2), exception.RetryAfter);
    }

    [Fact]
    public async Task Read_RetryAfterADateInThePast_HardlyWaits()
        => Assert.InRange(await WaitOfAsync(now => now.AddDays(-1).ToString("R")), 0, 0.25);

    [Fact]
    public async Task Read_RetryAfterZero_HardlyWaits() => Assert.InRange(await WaitOfAsync(_ => "0"), 0, 0.25);

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    public async Task Read_RetryAfterUnreadable_WaitsAsWithoutIt(string value)
        => Assert.InRange(await WaitOfAsync(_ => value), 0.25, 0.5);

    [Fact]
    public async Task Read_ThrottledForEver_TellsWhatTheServiceAskedFor()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.RetryAfter("3600"));

        ApiException exception = await wire.FailToReadAsync();
        Assert.Equal(ApiErrorKind.RateLimited, exception.Kind);
        Assert.Equal(TimeSpan.FromHours(1), exception.RetryAfter);
        Assert.NotNull(exception.Remedy);
    }

    private static async Task<double> WaitOfAsync(Func<DateTimeOffset, string> retryAfter, int status = 429, bool isLong = false)
    {
        using Wire wire = new();
        wire.Then(Replies.RetryAfter(retryAfter(wire.Clock.GetUtcNow()), status), Profile);
        await wire.RunAsync(client =>
        {
            if (isLong)
            {
                CallScope.WaitForRecovery();
            }

            return client.Account.GetProfileAsync(CancellationToken.None);
        });
        return (wire.Requests[1].At - wire.Requests[0].At).TotalSeconds;
    }
}
