using System.Collections.Concurrent;
using CompanyData.Pipeline;

namespace CompanyData.Pump.Tests;

/// <summary>Work side by side, and what comes of it on one thread. Signals never time out here, so a lost one hangs.</summary>
public sealed class PumpTests : IDisposable
{
    /// <summary>Long enough for any machine; there only to end what hangs.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private readonly RecordedOutput _output = new();
    private readonly CancellationTokenSource _stop = new();

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task Order_IsThatOfTheInput_WhoeverEndsFirst()
    {
        Gate first = new();
        Gate second = new();
        await PumpAsync(pump =>
        {
            pump.Start(
                async output =>
                {
                    await output.WriteAsync("1a");
                    await first;
                    await output.WriteAsync("1b");
                },
                limit: 3);
            pump.Start(
                async output =>
                {
                    await output.WriteAsync("2a");
                    await second;
                    await output.WriteAsync("2b");
                    first.Open();
                },
                limit: 3);
            pump.Start(
                async output =>
                {
                    await output.WriteAsync("3");
                    second.Open();
                },
                limit: 3);
            pump.Finish();
        });
        Assert.Equal(["1a", "1b", "2a", "2b", "3"], _output.Written);
        Assert.Equal(3, _output.Done);
    }

    [Fact]
    public async Task Order_IsNotKept_ComesAsItEnds()
    {
        Gate first = new();
        await PumpAsync(
            pump =>
            {
                pump.Start(
                    async output =>
                    {
                        await first;
                        await output.WriteAsync("1");
                    },
                    limit: 2);
                pump.Start(output => output.WriteAsync(Busy(first.Open)).AsTask(), limit: 2);
                pump.Finish();
            },
            keepsOrder: false);
        Assert.Equal(["busy", "1"], _output.Written);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task SideBySide_AreAsManyAsTheLimit(int limit)
    {
        int running = 0;
        int most = 0;
        Gate full = new();
        await PumpAsync(pump =>
        {
            for (int input = 0; input < 30; input++)
            {
                pump.Start(
                    async output =>
                    {
                        int now = Interlocked.Increment(ref running);
                        most = Math.Max(most, now);
                        if (now == limit)
                        {
                            // Time for one too many, which nothing else would show.
                            await Task.Delay(20);
                            full.Open();
                        }

                        await full;
                        await output.WriteAsync(now);
                        Interlocked.Decrement(ref running);
                    },
                    limit);
            }

            pump.Finish();
        });
        Assert.Equal(limit, most);
        Assert.Equal((30, 30), (_output.Done, _output.Written.Count));
        Assert.All(_output.Running, count => Assert.InRange(count, 0, limit));
    }

    [Fact]
    public Task LimitOfOne_StartReturnsOnceAllIsWritten() => PumpAsync(pump =>
    {
        for (int input = 1; input < 5; input++)
        {
            pump.Start(
                async output =>
                {
                    await Task.Yield();
                    await output.WriteAsync("x");
                },
                limit: 1);
            Assert.Equal((input, input), (_output.Written.Count, _output.Done));
        }
    });

    /// <summary>Two work, and up to five wait for their turn, ended or not: the sixth is not begun while the first is not done.</summary>
    [Fact]
    public async Task SlowInput_BoundsWhatWaitsBehindIt()
    {
        Gate slow = new();
        Gate fifthHasEnded = new();
        ConcurrentQueue<int> begun = [];
        Task pumping = PumpAsync(pump =>
        {
            for (int input = 1; input <= 8; input++)
            {
                int number = input;
                pump.Start(
                    async output =>
                    {
                        begun.Enqueue(number);
                        await output.WriteAsync(number);
                        if (number == 5)
                        {
                            fifthHasEnded.Open();
                        }

                        if (number == 1)
                        {
                            await slow;
                        }
                    },
                    limit: 2);
            }

            pump.Finish();
        });
        await fifthHasEnded.Opened.WaitAsync(Hang);
        // Nothing tells that something does not happen; where it does, this mostly sees it.
        await Task.Delay(50);
        Assert.Equal([1, 2, 3, 4, 5], begun.Order());
        slow.Open();
        await pumping;
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], _output.Written);
        // It waits for signals, of which each input gives a few, and does not turn round and round.
        Assert.InRange(_output.Running.Count, 1, 50);
    }

    [Fact]
    public async Task Work_GoesFromOneInputToTheNext_WhileThePipelineIsBusy()
    {
        Gate begun = new();
        await PumpAsync(pump =>
        {
            pump.Start(output => output.WriteAsync(Busy(() => begun.Opened.Wait(Hang))).AsTask(), limit: 2);
            pump.Start(output => output.WriteAsync("2").AsTask(), limit: 2);
            pump.Start(
                output =>
                {
                    begun.Open();
                    return output.WriteAsync("3").AsTask();
                },
                limit: 2);
            pump.Finish();
        });
        Assert.Equal(["busy", "2", "3"], _output.Written);
    }

    [Fact]
    public async Task Ending_IsReachedInItsTurn()
    {
        Gate second = new();
        await Assert.ThrowsAsync<EndException>(() => PumpAsync(pump =>
        {
            pump.Start(
                async output =>
                {
                    await second;
                    await output.WriteAsync("1");
                },
                limit: 2);
            pump.Start(
                async output =>
                {
                    output.EndsCommand = true;
                    await output.WriteAsync("2");
                    await output.WriteAsync(new Action(() => throw new EndException()));
                    second.Open();
                },
                limit: 2);
            pump.Start(output => output.WriteAsync("3").AsTask(), limit: 2);
            pump.Finish();
        }));
        Assert.Equal(["1", "2"], _output.Written);
    }

    /// <summary>The first input never ends, so only whoever has met the ending could go on to the third.</summary>
    [Fact]
    public async Task Ending_NothingBehindItBegins()
    {
        ConcurrentQueue<int> begun = [];
        Gate queued = new();
        await Assert.ThrowsAsync<EndException>(() => PumpAsync(
            pump =>
            {
                pump.Start(output => WorkAsync(output, 1, new Gate()), limit: 2);
                pump.Start(output => WorkAsync(output, 2, queued), limit: 2);
                pump.Start(output => WorkAsync(output, 3, new Gate()), limit: 2);
                queued.Open();
                pump.Finish();
            },
            keepsOrder: false));
        // Nothing tells that something does not happen; where it does, this mostly sees it.
        await Task.Delay(50);
        Assert.Equal([1, 2], begun.Order());

        async Task WorkAsync(InputOutputBuffer output, int number, Gate gate)
        {
            begun.Enqueue(number);
            await gate;
            output.EndsCommand = true;
            await output.WriteAsync(new Action(() => throw new EndException()));
        }
    }

    [Fact]
    public async Task Stop_EndsTheWaitAndWritesNothingMore()
    {
        Gate begun = new();
        Task pumping = PumpAsync(pump =>
        {
            pump.Start(
                async output =>
                {
                    await output.WriteAsync("1");
                    begun.Open();
                    await Task.Delay(Timeout.Infinite, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    await output.WriteAsync("too late");
                },
                limit: 2);
            pump.Finish();
        });
        await begun.Opened.WaitAsync(Hang);
        await _stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => pumping);
        Assert.DoesNotContain("too late", _output.Written);
    }

    /// <summary>Work that a stop has ended leaves nothing behind, and must not pass for work that is done.</summary>
    [Fact]
    public async Task Stop_WorkHasEnded_IsNoEnd()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => PumpAsync(pump => pump.Start(
            output =>
            {
                _stop.Cancel();
                return Task.CompletedTask;
            },
            limit: 1)));
        Assert.Empty(_output.Written);
    }

    [Fact]
    public async Task Warning_WaitsForNobody()
    {
        Gate warned = new();
        _output.OnWarning = warned.Open;
        await PumpAsync(pump =>
        {
            pump.Start(
                async output =>
                {
                    pump.Warn("at once");
                    await warned;
                    await output.WriteAsync("1");
                    pump.Warn("at last");
                },
                limit: 2);
            pump.Finish();
        });
        Assert.Equal("at once", _output.Written[0]);
        Assert.Equal(["1", "at last"], _output.Written.Skip(1).Order());
    }

    [Fact]
    public async Task Warning_OfTheLastMoment_IsWritten()
    {
        await PumpAsync(pump =>
        {
            pump.Start(
                output => output.WriteAsync(Busy(() =>
                {
                    // By then the work has ended, so nothing comes after it that would write the warning.
                    Thread.Sleep(20);
                    pump.Warn("late");
                })).AsTask(),
                limit: 1);
            pump.Finish();
        });
        Assert.Equal(["busy", "late"], _output.Written);
    }

    private Task PumpAsync(Action<OrderedPump> work, bool keepsOrder = true) => Task.Factory.StartNew(
        () => work(new OrderedPump(_output, keepsOrder, _stop.Token)),
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default).WaitAsync(Hang);

    /// <summary>Runs on the pipeline thread, which is busy with it until it returns.</summary>
    private Action Busy(Action action) => () =>
    {
        action();
        _output.Write("busy");
    };

    private sealed class EndException : Exception;
}
