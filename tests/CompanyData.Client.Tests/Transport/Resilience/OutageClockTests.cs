using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Tests.VirtualTime;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>What clocks do during an outage: they go on between two readings, and they are set.</summary>
public class OutageClockTests
{
    private static readonly ScriptedHandler.Reply Profile = Replies.Json("""{"name":"Example"}""");

    /// <summary>A call may arrive so shortly before the next trial that it is due before the call has begun to wait for it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task LongWork_TrialFallsDueBetweenTwoReadings_GoesOn(int milliseconds)
    {
        VirtualTimeProvider clock = new();
        UnsteadyTime time = new(clock) { Step = TimeSpan.Zero };
        ScriptedHandler handler = new(clock) { Fallback = Replies.Status(503) };
        using QardClient client = CreateClient(time, handler);
        await OpenAsync(clock, client);
        handler.Fallback = Profile;
        await clock.AdvanceAsync(TimeSpan.FromSeconds(2) - TimeSpan.FromMilliseconds(milliseconds));
        time.Step = TimeSpan.FromMilliseconds(2);

        QardProfile profile = await clock.RunAsync(() =>
        {
            CallScope.WaitForRecovery();
            return client.Account.GetProfileAsync(CancellationToken.None);
        });

        Assert.Equal("Example", profile.Name);
    }

    [Fact]
    public async Task Outage_TimeOfDayIsSetBack_EndsAllTheSame()
    {
        VirtualTimeProvider clock = new();
        UnsteadyTime time = new(clock);
        ScriptedHandler handler = new(clock) { Fallback = Replies.Status(503) };
        using QardClient client = CreateClient(time, handler);
        await OpenAsync(clock, client);
        time.SetBack = TimeSpan.FromHours(1);
        handler.Fallback = Profile;
        await clock.AdvanceAsync(TimeSpan.FromSeconds(11));

        Assert.Equal("Example", (await clock.RunAsync(() => client.Account.GetProfileAsync(CancellationToken.None))).Name);
    }

    private static QardClient CreateClient(TimeProvider time, HttpMessageHandler handler) => new(
        new() { BaseUri = new("https://api.example.test/api/v6"), MaxRetries = 0, Time = time, Handler = handler }, new Secret(Wire.Key));

    private static async Task OpenAsync(VirtualTimeProvider clock, QardClient client)
    {
        for (int i = 0; i < 10; i++)
        {
            await clock.RunAsync(() => Assert.ThrowsAsync<ApiException>(() => client.Account.GetProfileAsync(CancellationToken.None)));
        }
    }

    private sealed class UnsteadyTime(VirtualTimeProvider clock) : TimeProvider
    {
        /// <summary>How far the clock goes on with each reading.</summary>
        public TimeSpan Step { get; set; }

        public TimeSpan SetBack { get; set; }

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() - SetBack;

        public override long GetTimestamp()
        {
            long now = clock.GetTimestamp();
            clock.Advance(Step);
            return now;
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => clock.CreateTimer(callback, state, dueTime, period);
    }
}
