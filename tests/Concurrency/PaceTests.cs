namespace CompanyData.Concurrency;

public class PaceTests(ITestOutputHelper output)
{
    [Fact]
    public void PacedQueue_OneGivesUp_TheOthersPassOneAfterTheOther() => Schedules.Explore(
        async time =>
        {
            PacedQueue queue = new(time) { Interval = TimeSpan.FromSeconds(1) };
            List<long> passed = [];
            using CancellationTokenSource stop = new();
            Task work = Task.WhenAll(
                Task.Run(() => PassAsync(CancellationToken.None)),
                Task.Run(() => PassAsync(CancellationToken.None)),
                Task.Run(() => PassAsync(stop.Token)),
                Task.Run(() => PassAsync(CancellationToken.None)),
                Task.Run(() => queue.CloseFor(TimeSpan.FromSeconds(3))),
                Task.Run(stop.Cancel));
            await time.DriveAsync(work);
            Specification.Assert(passed.Count >= 3, $"{passed.Count} have passed.");
            Specification.Assert(queue.IsIdle, "Nobody waits, and the queue does not know it.");

            async Task PassAsync(CancellationToken cancellationToken)
            {
                try
                {
                    await queue.WaitAsync(cancellationToken);
                    lock (passed)
                    {
                        passed.Add(time.GetTimestamp());
                    }
                }
                catch (OperationCanceledException)
                {
                    Specification.Assert(cancellationToken.IsCancellationRequested, "It was cancelled for another.");
                }
            }
        },
        output);

    [Fact]
    public void RateLimiter_RefusalsAndResponsesCross_EverybodyPasses() => Schedules.Explore(
        async time =>
        {
            AdaptiveRateLimiter limiter = new(time, () => 0.5);
            limiter.OnThrottled(time.GetTimestamp(), TimeSpan.FromSeconds(2));
            Task work = Task.WhenAll(
                Task.Run(() => CallAsync(limiter, time, isRefused: false)),
                Task.Run(() => CallAsync(limiter, time, isRefused: true)),
                Task.Run(() => CallAsync(limiter, time, isRefused: false)),
                Task.Run(() => limiter.CloseFor(TimeSpan.FromSeconds(1))));
            await time.DriveAsync(work);
            await time.DriveAsync(Task.Run(() => CallAsync(limiter, time, isRefused: false)));
        },
        output);

    private static async Task CallAsync(AdaptiveRateLimiter limiter, VirtualTime time, bool isRefused)
    {
        await limiter.WaitAsync(CancellationToken.None);
        long sent = time.GetTimestamp();
        await Task.Yield();
        if (isRefused)
        {
            limiter.OnThrottled(sent, retryAfter: null);
        }
        else
        {
            limiter.OnAccepted(sent);
        }
    }
}
