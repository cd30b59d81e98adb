using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Transport;

/// <summary>One 429 slows the whole session, and after it nothing bursts out.</summary>
public class SessionPaceTests
{
    private static readonly ScriptedHandler.Reply Profile = Replies.Json("""{"name":"Example"}""");

    [Fact]
    public async Task Read_RetryUnderWayWhenAnotherMeetsA429_IsHeldAsWell()
    {
        using Wire wire = new();
        wire.Then(Replies.Status(500), Replies.RetryAfter("20")).Always(Profile);
        Task[] calls = [ReadAsync(wire.Client), ReadAsync(wire.Client)];
        DateTimeOffset throttled = wire.Clock.GetUtcNow();

        await wire.RunAsync(_ => Task.WhenAll(calls));
        Assert.Equal(4, wire.Requests.Count);
        Assert.All(wire.Requests.Skip(2), request => Assert.InRange(request.At, throttled.AddSeconds(20), throttled.AddSeconds(21)));
    }

    [Fact]
    public async Task Read_503WithRetryAfter_HoldsTheSession()
    {
        using Wire wire = new();
        wire.Then(Replies.RetryAfter("15", 503)).Always(Profile);
        Task refused = ReadAsync(wire.Client);
        Task other = ReadAsync(wire.Client);

        await wire.RunAsync(_ => Task.WhenAll(refused, other));
        Assert.All(wire.Requests.Skip(1), request => Assert.True(request.At >= wire.Requests[0].At.AddSeconds(15)));
    }

    [Fact]
    public async Task Read_ManyWaitFor429_LeaveOneByOneAndEverFaster()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.RetryAfter("30")).Always(Profile);
        await wire.FailToReadAsync();
        DateTimeOffset open = wire.Requests[0].At.AddSeconds(30);

        await wire.RunAsync(client => Task.WhenAll(Enumerable.Range(0, 300).Select(_ => ReadAsync(client))));
        int[] perSecond = [.. wire.Requests.Skip(1).GroupBy(request => (int)(request.At - open).TotalSeconds).OrderBy(second => second.Key).Select(second => second.Count())];
        Assert.True(wire.Requests[1].At >= open);
        Assert.InRange(perSecond[0], 2, 8);
        Assert.All(perSecond.Zip(perSecond.Skip(1)), pair => Assert.True(pair.Second <= (2 * pair.First) + 2, string.Join(" ", perSecond)));
        Assert.True(wire.Requests[^1].At - open < TimeSpan.FromMinutes(1));
    }

    /// <summary>Shares of one portfolio divide what the service allows: each keeps its own pace, repeats included.</summary>
    [Fact]
    public async Task Read_SessionHasAPaceOfItsOwn_NeverSendsFaster()
    {
        using Wire wire = new(maxRequestsPerSecond: 5);
        wire.Then(Replies.Status(500), Replies.Status(500)).Always(Profile);
        await wire.RunAsync(client => Task.WhenAll(Enumerable.Range(0, 100).Select(_ => ReadAsync(client))));

        Assert.Equal(102, wire.Requests.Count);
        DateTimeOffset first = wire.Requests[0].At;
        Assert.All(wire.Requests.Select((request, i) => (request, i)), sent => Assert.True(sent.request.At - first >= TimeSpan.FromSeconds((sent.i / 5.0) - 0.3)));
        Assert.InRange((wire.Requests[^1].At - first).TotalSeconds, 20, 22);
    }

    [Fact]
    public async Task Read_LongAfterA429_IsNotHeldAnyMore()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.RetryAfter("1")).Always(Profile);
        await wire.FailToReadAsync();
        await wire.RunAsync(client => Task.WhenAll(Enumerable.Range(0, 60).Select(_ => ReadAsync(client))));

        DateTimeOffset now = wire.Clock.GetUtcNow();
        await Wire.SoonAsync(Task.WhenAll(Enumerable.Range(0, 60).Select(_ => ReadAsync(wire.Client))));
        Assert.All(wire.Requests.TakeLast(60), request => Assert.Equal(now, request.At));
    }

    /// <summary>A service that takes twenty requests a second and says no more than 429.</summary>
    [Fact]
    public async Task Read_ServiceTakesOnlySoMany_FindsThePaceItTakes()
    {
        using Wire wire = new();
        int second = -1;
        int taken = 0;
        int refused = 0;
        DateTimeOffset started = wire.Clock.GetUtcNow();
        wire.Always((request, token) =>
        {
            int now = (int)(wire.Clock.GetUtcNow() - started).TotalSeconds;
            taken = now == second ? taken + 1 : 1;
            second = now;
            refused += taken > 20 ? 1 : 0;
            return (taken > 20 ? Replies.Status(429) : Profile)(request, token);
        });

        await wire.RunAsync(client => Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (int i = 0; i < 60; i++)
            {
                await ReadAsync(client).ConfigureAwait(false);
            }
        })));
        Assert.InRange(refused, 1, 480 / 4);
        Assert.InRange((wire.Clock.GetUtcNow() - started).TotalSeconds, 23, 120);
    }

    [Fact]
    public Task Read_WhateverIsRefusedAndWhen_NothingLeavesWithinTheTimeAskedFor() => Holds.ForAllAsync(
        from waits in Gen.Choose(0, 12).ListOf(12)
        from calls in Gen.Choose(1, 6)
        select (Waits: waits.ToArray(), Calls: calls),
        async script =>
        {
            using Wire wire = new(maxRetries: 12);
            wire.Then([.. script.Waits.Select(wait => wait > 6 ? Profile : Replies.RetryAfter($"{wait}"))]).Always(Profile);
            await wire.RunAsync(client => Task.WhenAll(Enumerable.Range(0, script.Calls).Select(_ => ReadAsync(client))));

            for (int i = 0; i < Math.Min(script.Waits.Length, wire.Requests.Count); i++)
            {
                DateTimeOffset at = wire.Requests[i].At;
                DateTimeOffset open = script.Waits[i] > 6 ? at : at.AddSeconds(script.Waits[i]);
                Assert.DoesNotContain(wire.Requests.Skip(i + 1), request => request.At > at && request.At < open);
            }
        });

    [Fact]
    public async Task Read_CancelledInTheCalmRelease_EndsAtOnceAndHoldsNobodyUp()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.RetryAfter("5")).Always(Profile);
        await wire.FailToReadAsync();
        using CancellationTokenSource stop = new();
        Task first = wire.Client.Account.GetProfileAsync(stop.Token);
        Task second = ReadAsync(wire.Client);
        await wire.Clock.SettleAsync();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Wire.SoonAsync(first));
        await wire.RunAsync(_ => second);
        Assert.Equal(wire.Requests[0].At.AddSeconds(5), wire.Requests[1].At);
    }

    private static Task ReadAsync(QardClient client) => client.Account.GetProfileAsync(CancellationToken.None);
}
