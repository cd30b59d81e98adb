using CompanyData.Tests.VirtualTime;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>Which rate a session keeps after what the service said, seen from the time that its calls take.</summary>
public class RateTests
{
    private readonly VirtualTimeProvider _clock = new();
    private readonly AdaptiveRateLimiter _limiter;
    private double _random;

    public RateTests() => _limiter = new(_clock, () => _random);

    /// <summary>Seven tenths of what was sent in the last second, but not less than five a second.</summary>
    [Theory]
    [InlineData(100, 70)]
    [InlineData(20, 14)]
    [InlineData(3, 5)]
    public async Task Throttled_First_KeepsSevenTenthsOfTheRate(int sent, int rate)
    {
        await SendAsync(sent);
        _limiter.OnThrottled(_clock.GetTimestamp(), TimeSpan.Zero);
        await AssertRateAsync(rate);
    }

    [Fact]
    public async Task Closed_First_KeepsSevenTenthsOfTheRate()
    {
        await SendAsync(100);
        _limiter.CloseFor(TimeSpan.Zero);
        await AssertRateAsync(70);
    }

    [Fact]
    public async Task Throttled_AfterAWindow_GoesByTheRateOfThatWindow()
    {
        await SendAsync(60);
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1.5));
        await SendAsync(1);
        _limiter.OnThrottled(_clock.GetTimestamp(), TimeSpan.Zero);
        await AssertRateAsync(60 / 1.5 * 0.7);
    }

    [Fact]
    public async Task Throttled_AfterAQuietMinute_IsSlow()
    {
        await SendAsync(200);
        await _clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        await SendAsync(1);
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        await SendAsync(1);
        _limiter.OnThrottled(_clock.GetTimestamp(), TimeSpan.Zero);
        await AssertRateAsync(5);
    }

    [Fact]
    public async Task Throttled_Again_SlowsOnceForABurstAndNeverToAStandstill()
    {
        await SendAsync(20);
        _limiter.OnThrottled(_clock.GetTimestamp(), TimeSpan.Zero);
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        _limiter.OnThrottled(_clock.GetTimestamp(), TimeSpan.Zero);
        long before = _clock.GetTimestamp() - 1;
        _limiter.OnThrottled(before, TimeSpan.Zero);
        _limiter.OnThrottled(before, TimeSpan.Zero);
        await AssertRateAsync(20 * 0.7 * 0.7);
        for (int i = 0; i < 20; i++)
        {
            _limiter.OnThrottled(_clock.GetTimestamp(), TimeSpan.Zero);
        }

        _limiter.CloseFor(TimeSpan.Zero);
        await AssertRateAsync(0.5);
    }

    /// <summary>Where the service does not say how long, the pause doubles, until something is accepted.</summary>
    [Fact]
    public async Task Throttled_WithoutRetryAfter_PausesEverLonger()
    {
        _random = 1;
        List<double> pauses = [];
        foreach (bool isAccepted in new[] { false, false, false, true, false })
        {
            if (isAccepted)
            {
                _limiter.OnAccepted(_clock.GetTimestamp());
            }

            _limiter.OnThrottled(_clock.GetTimestamp(), retryAfter: null);
            pauses.Add((await TimeAsync(1)).TotalSeconds);
            await _clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([0.5, 1, 2, 0.5, 1], pauses);
    }

    /// <summary>From five a second it takes eighteen responses to twice what was sent before.</summary>
    [Fact]
    public async Task Accepted_OftenEnough_HoldsNobodyAnyMore()
    {
        _limiter.OnThrottled(_clock.GetTimestamp(), TimeSpan.Zero);
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        // The same rate again is no reason to take what was sent meanwhile for stale.
        long sent = _clock.GetTimestamp();
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        _limiter.CloseFor(TimeSpan.Zero);
        Accept(17, sent);
        Assert.NotEqual(TimeSpan.Zero, await TimeAsync(30));
        Accept(1, sent);
        Assert.Equal(TimeSpan.Zero, await TimeAsync(200));
    }

    [Fact]
    public async Task Accepted_SentBeforeTheSlowdown_ChangesNothing()
    {
        long before = _clock.GetTimestamp();
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        _limiter.OnThrottled(_clock.GetTimestamp(), TimeSpan.Zero);
        Accept(100, before);
        await AssertRateAsync(5);
        Accept(18, _clock.GetTimestamp());
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        long second = _clock.GetTimestamp();
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        _limiter.OnThrottled(_clock.GetTimestamp(), TimeSpan.Zero);
        Accept(100, second);
        Assert.NotEqual(TimeSpan.Zero, await TimeAsync(30));
    }

    [Fact]
    public async Task Accepted_SentAtTheMomentOfTheSlowdown_Counts()
    {
        _limiter.OnThrottled(_clock.GetTimestamp(), TimeSpan.Zero);
        Accept(18, _clock.GetTimestamp());
        Assert.Equal(TimeSpan.Zero, await TimeAsync(30));
    }

    /// <summary>What the user allows is no leave to send what the service has refused.</summary>
    [Fact]
    public async Task Throttled_UnderARateOfTheUser_IsHeldAllTheSame()
    {
        AdaptiveRateLimiter limiter = new(_clock, () => 0, maxRate: 100);
        DateTimeOffset started = _clock.GetUtcNow();
        limiter.OnThrottled(_clock.GetTimestamp(), TimeSpan.FromSeconds(20));
        await _clock.RunAsync(() => limiter.WaitAsync(CancellationToken.None).AsTask());
        Assert.Equal(TimeSpan.FromSeconds(20), _clock.GetUtcNow() - started);
    }

    /// <summary>Who waits in the queue leaves before whoever comes later.</summary>
    [Fact]
    public async Task Accepted_SomebodyWaits_GoesOnPacing()
    {
        _limiter.OnThrottled(_clock.GetTimestamp(), TimeSpan.FromSeconds(60));
        Task waiting = _limiter.WaitAsync(CancellationToken.None).AsTask();
        Accept(100, _clock.GetTimestamp());
        Assert.False(_limiter.WaitAsync(CancellationToken.None).AsTask().IsCompleted);
        await _clock.RunAsync(() => waiting);
    }

    private void Accept(int responses, long sentAt)
    {
        for (int i = 0; i < responses; i++)
        {
            _limiter.OnAccepted(sentAt);
        }
    }

    private async Task SendAsync(int requests)
    {
        for (int i = 0; i < requests; i++)
        {
            await _limiter.WaitAsync(CancellationToken.None);
        }
    }

    /// <summary>The first leaves at once or when the rate before lets it; coarse timers let one or another leave up to 50 ms early.</summary>
    private async Task AssertRateAsync(double rate)
    {
        int requests = (int)Math.Max(4, 2 * rate);
        double expected = (requests - 1) / rate;
        Assert.InRange((await TimeAsync(requests)).TotalSeconds, expected - 0.06 - (1 / rate), expected + 0.15);
    }

    private async Task<TimeSpan> TimeAsync(int requests)
    {
        DateTimeOffset started = _clock.GetUtcNow();
        await _clock.RunAsync(() => SendAsync(requests));
        return _clock.GetUtcNow() - started;
    }
}
