using System.Net;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qonto;

/// <summary>The documented limits, where they are switched on.</summary>
public sealed class LimitTests : IDisposable
{
    private const HttpStatusCode TooMany = HttpStatusCode.TooManyRequests;
    private readonly QontoWorld _world = new(options => options.QontoLimits = true);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Calls_OverAThousandInTenSeconds_AreRefusedUntilTheFirstIsPast()
    {
        await CallAsync(1_000, HttpStatusCode.OK);
        var refused = await _world.SendAsync("GET", "webhooks");
        Assert.Equal((TooMany, TimeSpan.FromSeconds(10)), (refused.Status, refused.Message.Headers.RetryAfter?.Delta));
        _world.Clock.Advance(TimeSpan.FromSeconds(10));
        await CallAsync(1, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Calls_OverTenThousandInTenMinutes_AreRefused()
    {
        for (var i = 0; i < 10; i++)
        {
            await CallAsync(1_000, HttpStatusCode.OK);
            _world.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        await CallAsync(1, TooMany);
        _world.Clock.Advance(TimeSpan.FromMinutes(9));
        await CallAsync(1, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refusals_OverTwoHundredInAnHour_AreThrottled()
    {
        _world.Token = "wrong";
        for (var i = 0; i < 2; i++)
        {
            await CallAsync(100, HttpStatusCode.Unauthorized);
            _world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await CallAsync(1, TooMany);
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await CallAsync(1, HttpStatusCode.Unauthorized);
    }

    private async Task CallAsync(int count, HttpStatusCode expected)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(expected, (await _world.SendAsync("GET", "webhooks")).Status);
        }
    }
}
