using System.Collections.Concurrent;
using CompanyData.Pipeline;

namespace CompanyData.Pump.Tests;

/// <summary>Work side by side, and what comes of it on one thread. Signals never time out here, so a lost one hangs.</summary>
public sealed class PumpTests : PumpTestBase
{
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
        Assert.Equal(["1a", "1b", "2a", "2b", "3"], Output.Written);
        Assert.Equal(3, Output.Done);
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
        Assert.Equal(["busy", "1"], Output.Written);
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
        Assert.Equal((30, 30), (Output.Done, Output.Written.Count));
        Assert.All(Output.Running, count => Assert.InRange(count, 0, limit));
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
            Assert.Equal((input, input), (Output.Written.Count, Output.Done));
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
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], Output.Written);
        // It waits for signals, of which each input gives a few, and does not turn round and round.
        Assert.InRange(Output.Running.Count, 1, 50);
    }

    [Fact]
    public async Task Work_GoesFromOneInputToTheNext_WhileThePipelineIsBusy()
    {
        Gate started = new();
        Gate busy = new();
        Gate begun = new();
        await PumpAsync(pump =>
        {
            pump.Start(
                async output =>
                {
                    await started.Opened;
                    await output.WriteAsync(Busy(() =>
                    {
                        busy.Open();
                        begun.Opened.Wait(Hang);
                    }));
                },
                limit: 2);
            pump.Start(
                async output =>
                {
                    await busy.Opened;
                    await output.WriteAsync("2");
                },
                limit: 2);
            pump.Start(
                output =>
                {
                    begun.Open();
                    return output.WriteAsync("3").AsTask();
                },
                limit: 2);
            started.Open();
            pump.Finish();
        });
        Assert.Equal(["busy", "2", "3"], Output.Written);
    }
}
