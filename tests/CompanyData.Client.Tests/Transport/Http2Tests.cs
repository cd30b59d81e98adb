using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;
using Microsoft.AspNetCore.Http;

namespace CompanyData.Client.Tests.Transport;

/// <summary>The session's own connections over HTTP/2, end to end. They go by real time, so no test asks how long something took.</summary>
public class Http2Tests
{
    private const string Profile = """{"name":"Example"}""";

    /// <summary>Long enough for any machine; there only to end what hangs.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A VPN drops the connection while a request waits for its response. Nothing but the pings can notice that: attempts may take an hour
    /// here. What is read is read again, over a new connection.
    /// </summary>
    [Fact]
    public async Task Read_ConnectionIsDroppedInSilence_IsRepeatedOnANewOne()
    {
        SilentRelay? relay = null;
        int requests = 0;
        await using Http2Server server = await Http2Server.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref requests) == 1)
            {
                relay!.DropAll();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }

            await AnswerAsync(context);
        });
        using (relay = new(server.Port))
        using (QardClient client = ClientOf(relay.Address))
        {
            QardProfile profile = await client.Account.GetProfileAsync(CancellationToken.None).WaitAsync(Hang, TestContext.Current.CancellationToken);
            Assert.Equal("Example", profile.Name);
            Assert.InRange(relay.Connections, 2, int.MaxValue);
        }
    }

    /// <summary>
    /// The server takes ten requests a connection and answers none before all have come. It refuses those that the handler sends before it
    /// knows the limit, some of them more often than the handler itself repeats them: no outage, but a reason to come again.
    /// </summary>
    [Fact]
    public async Task Read_MoreSideBySideThanAConnectionTakes_OpensFurtherOnes()
    {
        const int StreamsPerConnection = 10;
        const int SideBySide = 64;
        int come = 0;
        TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Http2Server server = await Http2Server.StartAsync(
            async context =>
            {
                if (Interlocked.Increment(ref come) == SideBySide)
                {
                    all.SetResult();
                }

                await all.Task;
                await AnswerAsync(context);
            },
            StreamsPerConnection);
        using QardClient client = ClientOf($"https://localhost:{server.Port}/");
        Task<QardProfile>[] reads = [.. Enumerable.Range(0, SideBySide).Select(_ => client.Account.GetProfileAsync(CancellationToken.None))];
        await foreach (Task<QardProfile> read in Task.WhenEach(reads).WithCancellation(TestContext.Current.CancellationToken))
        {
            // One that failed would leave the others waiting for it.
            Assert.Equal("Example", (await read).Name);
        }

        Assert.Equal(SideBySide, server.RequestsByConnection.Sum());
        Assert.All(server.RequestsByConnection, requests => Assert.InRange(requests, 1, StreamsPerConnection));
    }

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Profile);
    }

    /// <summary>A session that accepts the server's certificate and pings more often than others do.</summary>
    private static QardClient ClientOf(string address)
    {
        SocketsHttpHandler handler = Assert.IsType<SocketsHttpHandler>(HttpHandlers.Create(new(address)));
#pragma warning disable CA5359 // The server of the test has a certificate that nobody vouches for.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        handler.KeepAlivePingDelay /= 15;
        handler.KeepAlivePingTimeout /= 10;
        return new(new ServiceOptions { BaseUri = new(address), AttemptTimeout = TimeSpan.FromHours(1), Handler = handler }, new Secret(Wire.Key));
    }
}
