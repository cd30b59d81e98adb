using CompanyData.Tests.VirtualTime;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>Waits that are told when to poll, as by a receiver of webhooks, and poll by themselves for safety.</summary>
public class PollTriggerTests
{
    private readonly VirtualTimeProvider _clock = new();
    private readonly List<DateTimeOffset> _looks = [];
    private readonly Trigger _trigger = new();

    /// <param name="isStarted">Whether this session has just started what it waits for, so that it need not look at once.</param>
    /// <param name="looks">Seconds after which it looks.</param>
    /// <param name="told">Whether each look saw the end.</param>
    [Theory]
    [InlineData(false, new[] { 0.0, 60, 660, 720 }, new[] { false, false, false, true })]
    [InlineData(true, new[] { 60.0, 660, 720 }, new[] { false, false, true })]
    public async Task Wait_Triggered_LooksThenAndForSafety(bool isStarted, double[] looks, bool[] told)
    {
        DateTimeOffset started = _clock.GetUtcNow();
        Task<string?> wait = WaitAsync(isStarted, started.AddSeconds(700), CancellationToken.None);
        foreach (int seconds in new[] { 60, 660 })
        {
            await _clock.AdvanceAsync(TimeSpan.FromSeconds(seconds));
            _trigger.Fire();
            await _clock.SettleAsync();
        }

        Assert.Equal("done", await _clock.RunAsync(() => wait));
        Assert.Equal(looks, _looks.Select(look => (look - started).TotalSeconds));
        Assert.Equal(told, _trigger.Told);
    }

    [Fact]
    public async Task Wait_CancelledBeforeAnythingTriggers_EndsAtOnce()
    {
        using CancellationTokenSource stop = new();
        Task wait = WaitAsync(isStarted: false, DateTimeOffset.MaxValue, stop.Token);
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(60));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Support.Wire.SoonAsync(wait));
        Assert.Single(_looks);
    }

    private Task<string?> WaitAsync(bool isStarted, DateTimeOffset ends, CancellationToken cancellationToken) => new Poller(_clock).WaitAsync(
        "x",
        timeout: null,
        Seen.Recorded(_clock, _looks),
        seen => seen >= ends ? "done" : null,
        isStarted ? new StartedOperation(new TypicalDuration(), _clock.GetTimestamp(), () => null) : null,
        _trigger,
        cancellationToken);

    /// <summary>Ten minutes, unless something fires it.</summary>
    private sealed class Trigger : PollTrigger
    {
        private TaskCompletionSource _fired = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<bool> Told { get; } = [];

        public void Fire() => _fired.SetResult();

        public override TimeSpan? NextPoll(TimeSpan elapsed, TypicalDuration? typical) => TimeSpan.FromMinutes(10);

        public override Task WaitAsync() => _fired.Task;

        public override void OnPolled(bool hasEnded, TimeSpan elapsed)
        {
            Told.Add(hasEnded);
            if (_fired.Task.IsCompleted)
            {
                _fired = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
