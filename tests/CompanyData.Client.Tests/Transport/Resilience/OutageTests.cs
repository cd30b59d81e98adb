using CompanyData.Client.Tests.Powens;
using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>A service that is down pauses long work, says so once, and the work goes on when it is back.</summary>
public class OutageTests
{
    private static readonly ScriptedHandler.Reply Profile = Replies.Json("""{"name":"Example"}""");
    private static readonly TimeSpan Down = TimeSpan.FromMinutes(10);

    public static TheoryData<string> Ways => new("503", "refused", "reset");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task LongWork_ServiceIsDownForAWhile_PausesAndLosesNothing(string way)
    {
        using Wire wire = new();
        DateTimeOffset back = wire.Clock.GetUtcNow() + Down;
        wire.Always((request, token) => (wire.Clock.GetUtcNow() >= back ? Profile : Failing(way))(request, token));
        List<OutageNotice> notices = [];

        await LongAsync(wire, notices, Enumerable.Range(0, 40).Select(i => (Func<QardClient, Task>)(client => client.Users.GetAsync($"{i}", CancellationToken.None))));

        Assert.Single(notices.Select(notice => notice.Id).Distinct());
        Assert.Equal(40, notices.Count(notice => !notice.IsOver));
        Assert.Equal(40, notices.Count(notice => notice.IsOver));
        Assert.Contains(way == "503" ? "Qard does not respond (503 ServiceUnavailable)" : "Qard does not respond (the connection failed: ", notices[0].Text);
        Assert.Contains("Qard responds again", notices[^1].Text);
        RecordedRequest[] during = [.. wire.Requests.Where(request => request.At > wire.Requests[0].At.AddSeconds(5) && request.At < back)];
        Assert.InRange(during.Length, 50, 62);
        Assert.All(during, request => Assert.EndsWith("/profile", request.Path));
        Assert.All(wire.Requests.Where(request => request.At >= back).GroupBy(request => (int)(request.At - back).TotalSeconds).Take(3), second => Assert.InRange(second.Count(), 1, 12));
        Assert.True(wire.Requests[^1].At < back.AddSeconds(40));
    }

    /// <summary>A service that is down may answer slowly: while one call probes it, the others wait for what that shows.</summary>
    [Fact]
    public async Task LongWork_ProbesTakeTheirTime_ThereIsOneAtATime()
    {
        using Wire wire = new();
        DateTimeOffset began = wire.Clock.GetUtcNow();
        DateTimeOffset back = began + Down;
        int underWay = 0;
        int most = 1;
        wire.Always(async (request, token) =>
        {
            int now = Interlocked.Increment(ref underWay);
            if (wire.Clock.GetUtcNow() > began.AddSeconds(10) && wire.Clock.GetUtcNow() < back && now > 1)
            {
                Interlocked.Exchange(ref most, now);
            }

            await wire.Clock.Pause(TimeSpan.FromSeconds(3), token);
            Interlocked.Decrement(ref underWay);
            return await (wire.Clock.GetUtcNow() >= back ? Profile : Replies.Status(503))(request, token);
        });
        List<OutageNotice> notices = [];
        await LongAsync(wire, notices, Enumerable.Range(0, 20).Select(i => (Func<QardClient, Task>)(client => client.Users.GetAsync($"{i}", CancellationToken.None))));
        Assert.Equal(1, most);
        Assert.Equal((20, 20), (notices.Count(notice => !notice.IsOver), notices.Count(notice => notice.IsOver)));
        Assert.InRange(wire.Requests.Count(request => request.At > began.AddSeconds(10) && request.At < back), 40, 52);
        Assert.True(wire.Requests[^1].At < back.AddSeconds(40));
    }

    /// <summary>One lane alone: the outage is longer than the retries of its first call, and not yet known.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task LongWork_OneAfterTheOther_PausesAndLosesNothing(string way)
    {
        using Wire wire = new();
        DateTimeOffset back = wire.Clock.GetUtcNow() + Down;
        wire.Always((request, token) => (wire.Clock.GetUtcNow() >= back ? Profile : Failing(way))(request, token));
        List<OutageNotice> notices = [];
        await wire.RunAsync(async client =>
        {
            CallScope.WaitForRecovery();
            CallScope.Current = CallScope.Current with { OnOutage = notices.Add };
            for (int i = 0; i < 20; i++)
            {
                await client.Users.GetAsync($"{i}", CancellationToken.None).ConfigureAwait(false);
            }
        });

        Assert.Equal([false, true], notices.Select(notice => notice.IsOver));
        Assert.InRange(wire.Requests.Count(request => request.At < back), 55, 75);
    }

    /// <summary>What failed because of the outage does not count: the call has all its attempts when it is over.</summary>
    [Fact]
    public async Task LongWork_FailsAgainAfterTheOutage_HasItsAttemptsBack()
    {
        using Wire wire = new(maxRetries: 3);
        DateTimeOffset back = wire.Clock.GetUtcNow() + Down;
        int stumbles = 3;
        wire.Always((request, token) =>
        {
            bool isProbe = request.RequestUri!.AbsolutePath.EndsWith("/profile", StringComparison.Ordinal);
            return (wire.Clock.GetUtcNow() >= back && (isProbe || --stumbles < 0) ? Profile : Replies.Status(503))(request, token);
        });
        Assert.Equal("Example", (await wire.RunAsync(client =>
        {
            CallScope.WaitForRecovery();
            return client.Users.GetAsync("1", CancellationToken.None);
        })).Name);
    }

    /// <summary>Who waits learns of the end when the service responds, not when the own call has ended.</summary>
    [Fact]
    public async Task LongWork_OutageIsOver_SaysSoAtOnce()
    {
        using Wire wire = new();
        DateTimeOffset back = wire.Clock.GetUtcNow() + Down;
        wire.Always(async (request, token) =>
        {
            if (wire.Clock.GetUtcNow() < back)
            {
                return await Replies.Status(503)(request, token);
            }

            await wire.Clock.Pause(request.RequestUri!.AbsolutePath.EndsWith("/profile", StringComparison.Ordinal) ? TimeSpan.Zero : TimeSpan.FromMinutes(1), token);
            return await Profile(request, token);
        });
        DateTimeOffset? told = null;
        await wire.RunAsync(async client =>
        {
            CallScope.WaitForRecovery();
            CallScope.Current = CallScope.Current with { OnOutage = notice => told = notice.IsOver ? wire.Clock.GetUtcNow() : null };
            await client.Users.GetAsync("1", CancellationToken.None).ConfigureAwait(false);
        });
        Assert.InRange(told!.Value, back, back.AddSeconds(15));
        Assert.True(wire.Clock.GetUtcNow() >= told.Value.AddMinutes(1));
    }

    /// <summary>Its last attempt is kept until the service is known to respond.</summary>
    [Fact]
    public async Task LongWork_OneCallAlwaysFails_AsksTheServiceBeforeItsLastAttempt()
    {
        using Wire wire = new(maxRetries: 3);
        wire.Always((request, token) => (request.RequestUri!.AbsolutePath.EndsWith("/profile", StringComparison.Ordinal) ? Profile : Replies.Status(500))(request, token));
        await wire.FailAsync(client =>
        {
            CallScope.WaitForRecovery();
            return client.Users.GetAsync("1", CancellationToken.None);
        });
        Assert.Equal("1 1 1 profile 1 profile", string.Join(' ', wire.Requests.Select(request => request.Path.Split('/')[^1])));
    }

    [Fact]
    public async Task LongWork_WithoutRetries_AsksNobody()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.Status(500));
        ApiException failure = await wire.FailAsync(client =>
        {
            CallScope.WaitForRecovery();
            return client.Users.GetAsync("1", CancellationToken.None);
        });
        Assert.Equal(ApiErrorKind.ServerError, failure.Kind);
        Assert.Single(wire.Requests);
    }

    /// <summary>A create whose response may have been lost is not sent again, however long the work is.</summary>
    [Fact]
    public async Task LongWork_CreateMeetsTheOutage_IsSentOnce()
    {
        using Wire wire = new();
        wire.Always(Replies.Reset());
        await wire.RunAsync(async client =>
        {
            CallScope.WaitForRecovery();
            ApiException failure = await Assert.ThrowsAsync<ApiException>(() => client.Users.CreateAsync(
                new QardNewNaturalUser { FirstName = "Test", LastName = "Person" }, CancellationToken.None)).ConfigureAwait(false);
            Assert.True(failure.OutcomeUnknown);
        });
        Assert.Equal(1, wire.Handler.CountOf("POST"));
    }

    /// <summary>One path of a service that answers otherwise is no outage for ever.</summary>
    [Fact]
    public async Task LongWork_OnePathAlwaysFails_EndsWithItsError()
    {
        using Wire wire = new();
        wire.Always((request, token) => (request.RequestUri!.AbsolutePath.EndsWith("/profile", StringComparison.Ordinal) ? Profile : Replies.Status(500))(request, token));
        ApiException[] failures = await wire.RunAsync(client => Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
        {
            CallScope.WaitForRecovery();
            return await Assert.ThrowsAsync<ApiException>(() => client.Users.GetAsync($"{i}", CancellationToken.None)).ConfigureAwait(false);
        })));
        Assert.All(failures, failure => Assert.Equal((ApiErrorKind.ServerError, 6), (failure.Kind, failure.Attempts)));
        Assert.True(wire.Clock.GetUtcNow() - wire.Requests[0].At < TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task LongWork_CancelledInThePause_EndsAtOnce()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.Status(503));
        for (int i = 0; i < 10; i++)
        {
            await wire.FailToReadAsync();
        }

        using CancellationTokenSource stop = new();
        Task[] work = [.. Enumerable.Range(0, 3).Select(async _ =>
        {
            CallScope.WaitForRecovery();
            await wire.Client.Account.GetProfileAsync(stop.Token);
        })];
        await wire.Clock.SettleAsync();
        Assert.All(work, task => Assert.False(task.IsCompleted));
        await stop.CancelAsync();
        foreach (Task task in work)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Wire.SoonAsync(task));
        }

        Assert.Equal(10, wire.Requests.Count);
    }

    [Fact]
    public async Task SingleCall_ServiceIsDown_FailsInReasonableTimeAndSaysWhy()
    {
        using Wire wire = new();
        wire.Always(Replies.Status(503));
        List<OutageNotice> notices = [];
        await wire.RunAsync(async client =>
        {
            CallScope.Current = CallScope.Current with { OnOutage = notices.Add };
            for (int i = 0; i < 3; i++)
            {
                await Assert.ThrowsAsync<ApiException>(() => client.Account.GetProfileAsync(CancellationToken.None)).ConfigureAwait(false);
            }
        });
        Assert.NotEmpty(notices);
        Assert.True(wire.Clock.GetUtcNow() - wire.Requests[0].At < TimeSpan.FromMinutes(3));
    }

    /// <summary>Powens has no call that is sure to be allowed, so what waits asks for itself.</summary>
    [Fact]
    public async Task Wait_ServiceWithoutAProbe_GoesOnWhenItIsBack()
    {
        using PowensWire wire = new();
        DateTimeOffset back = wire.Clock.GetUtcNow() + Down;
        wire.Always((request, token) => (wire.Clock.GetUtcNow() >= back
            ? Replies.Json("""{"id":3,"state":null,"last_update":"2024-01-15 10:40:00"}""")
            : Replies.Status(503))(request, token));
        await wire.RunAsync(client => Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => client.Connections.WaitAsync("me", $"{i}", TimeSpan.FromHours(1), CancellationToken.None))));
        Assert.InRange(wire.Requests.Count(request => request.At > wire.Requests[0].At.AddSeconds(10) && request.At < back), 50, 62);
    }

    /// <summary>Notices of every call; each is a flow of its own, as each input of a command is.</summary>
    private static Task LongAsync(Wire wire, List<OutageNotice> notices, IEnumerable<Func<QardClient, Task>> calls) => wire.RunAsync(client => Task.WhenAll(calls.Select(async call =>
    {
        CallScope.Current = new()
        {
            WaitsForRecovery = true,
            OnOutage = notice =>
            {
                lock (notices)
                {
                    notices.Add(notice);
                }
            },
        };
        await call(client).ConfigureAwait(false);
    })));

    private static ScriptedHandler.Reply Failing(string way) => way switch
    {
        "refused" => Replies.Refused(),
        "reset" => Replies.Reset(),
        _ => Replies.Status(int.Parse(way, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
