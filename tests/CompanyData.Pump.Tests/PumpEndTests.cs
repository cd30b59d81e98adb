using System.Collections.Concurrent;
using CompanyData.Pipeline;
using CompanyData.Tests.VirtualTime;

namespace CompanyData.Pump.Tests;

/// <summary>What ends a command, or speaks for all of it: errors that end it, a stop, warnings.</summary>
public sealed class PumpEndTests : PumpTestBase
{
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
        Assert.Equal(["1", "2"], Output.Written);
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
        // The pipeline thread has ended, so what has not begun by then never will.
        await IdleThreadPool.WaitAsync();
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
                    await Task.Delay(Timeout.Infinite, Stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    await output.WriteAsync("too late");
                },
                limit: 2);
            pump.Finish();
        });
        await begun.Opened.WaitAsync(Hang);
        await Stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => pumping);
        Assert.DoesNotContain("too late", Output.Written);
    }

    /// <summary>What was written before the stop and not yet handed on is not handed on after it.</summary>
    [Fact]
    public async Task Stop_WhileItWrites_WritesNothingMore()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => PumpAsync(pump => pump.Start(
            output => output.WriteBatchAsync([Busy(Stop.Cancel), "too late"], CancellationToken.None).AsTask(),
            limit: 1)));
        Assert.Equal(["busy"], Output.Written);
    }

    [Fact]
    public async Task Stop_BeforeTheNextInput_BeginsNothing()
    {
        int begun = 0;
        await Stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => PumpAsync(pump => pump.Start(
            _ =>
            {
                begun++;
                return Task.CompletedTask;
            },
            limit: 2)));
        // The pipeline thread has ended, so what has not begun by then never will.
        await IdleThreadPool.WaitAsync();
        Assert.Equal(0, begun);
    }

    /// <summary>Work that a stop has ended leaves nothing behind, and must not pass for work that is done.</summary>
    [Fact]
    public async Task Stop_WorkHasEnded_IsNoEnd()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => PumpAsync(pump => pump.Start(
            output =>
            {
                Stop.Cancel();
                return Task.CompletedTask;
            },
            limit: 1)));
        Assert.Empty(Output.Written);
    }

    [Fact]
    public async Task Warning_WaitsForNobody()
    {
        Gate warned = new();
        Output.OnWarning = warned.Open;
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
        Assert.Equal("at once", Output.Written[0]);
        Assert.Equal(["1", "at last"], Output.Written.Skip(1).Order());
    }

    [Fact]
    public async Task Warning_OfTheLastMoment_IsWritten()
    {
        Gate started = new();
        await PumpAsync(pump =>
        {
            pump.Start(
                async output =>
                {
                    await started;
                    await output.WriteAsync(Busy(() =>
                    {
                        // By then the work has ended, so nothing comes after it that would write the warning.
                        Thread.Sleep(20);
                        pump.Warn("late");
                    }));
                },
                limit: 2);
            started.Open();
            pump.Finish();
        });
        Assert.Equal(["busy", "late"], Output.Written);
    }

    private sealed class EndException : Exception;
}
