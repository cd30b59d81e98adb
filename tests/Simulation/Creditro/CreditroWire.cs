using System.Net.Http.Headers;
using System.Net.Sockets;

namespace CompanyData.Simulation;

/// <summary>What lies between a process and Creditro. It sees to it that the session keeps the rules of fair use.</summary>
internal sealed class CreditroWire(CreditroWorld world, SimulatedProcess process) : HttpMessageHandler
{
    /// <summary>"Wait a couple of minutes": where the service says no more.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    private DateTimeOffset _notBefore;
    private int _underWay;

    /// <summary>How many requests were sent.</summary>
    public int Sent { get; private set; }

    /// <summary>How many of them after the token's end.</summary>
    public int SentTooLate { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!process.Survives())
        {
            return await Never().ConfigureAwait(false);
        }

        DateTimeOffset now = world.Clock.GetUtcNow();
        world.Ensure(_underWay == 0, "one request at a time", "a request is sent while another one is under way");
        world.Ensure(now >= _notBefore, "pauses are kept", $"a request is sent {_notBefore - now} before the service wants one");
        Sent++;
        SentTooLate += world.TokenEnd <= now ? 1 : 0;
        _underWay++;
        try
        {
            HttpResponseMessage response = await ForwardAsync(request, cancellationToken).ConfigureAwait(false);
            world.Story.Tell($"p{process.Number} {request.Method}: {(int)response.StatusCode}");
            if ((int)response.StatusCode == 429)
            {
                RetryConditionHeaderValue? asked = response.Headers.RetryAfter;
                _notBefore = asked?.Date ?? (world.Clock.GetUtcNow() + (asked?.Delta ?? Pause));
            }

            return process.Survives() ? response : await Never().ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            world.Story.Tell($"p{process.Number} {request.Method}: {exception.Message}");
            throw;
        }
        finally
        {
            _underWay--;
        }
    }

    private Task<HttpResponseMessage> ForwardAsync(HttpRequestMessage request, CancellationToken cancellationToken) => world.IsDown
        ? throw new HttpRequestException("Connection refused (simulated).", new SocketException((int)SocketError.ConnectionRefused))
        : world.Service.SendAsync(request, cancellationToken);

    /// <summary>Whoever waits for this is dead.</summary>
    private static Task<HttpResponseMessage> Never() => new TaskCompletionSource<HttpResponseMessage>().Task;
}
