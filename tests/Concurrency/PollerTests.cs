namespace CompanyData.Concurrency;

public class PollerTests(ITestOutputHelper output)
{
    [Fact]
    public void Wait_OneOfThoseThatShareAPollGivesUp_TheOthersGetTheResult() => Schedules.Explore(
        async time =>
        {
            Poller poller = new(time, random: static () => 0.5);
            int polls = 0;
            using CancellationTokenSource stop = new();
            Task<string?>[] waits =
            [
                Task.Run(() => WaitAsync("a", CancellationToken.None)),
                Task.Run(() => WaitAsync("a", CancellationToken.None)),
                Task.Run(() => WaitAsync("b", CancellationToken.None)),
            ];
            Task givesUp = Task.Run(() => GiveUpAsync(stop.Token));
            await time.DriveAsync(Task.WhenAll([.. waits, givesUp, Task.Run(stop.Cancel)]));
            foreach (Task<string?> wait in waits)
            {
                Specification.Assert(await wait == "done", "A wait has no result.");
            }

            Task<string?> WaitAsync(string subject, CancellationToken cancellationToken) => poller.WaitAsync(
                subject,
                TimeSpan.FromHours(1),
                async _ =>
                {
                    await Task.Yield();
                    return $"{Interlocked.Increment(ref polls)}";
                },
                seen => int.Parse(seen, System.Globalization.CultureInfo.InvariantCulture) > 4 ? "done" : null,
                cancellationToken);

            async Task GiveUpAsync(CancellationToken cancellationToken)
            {
                try
                {
                    await WaitAsync("a", cancellationToken);
                }
                catch (OperationCanceledException)
                {
                    Specification.Assert(cancellationToken.IsCancellationRequested, "It was cancelled for another.");
                }
            }
        },
        output);
}
