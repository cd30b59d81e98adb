using System.Net;
using CompanyData.Tests.VirtualTime;

namespace CompanyData.Client.Tests.Support;

/// <summary>
/// What may happen to a create between a client and its service, decided by a seed: it is lost, its response is, or a gateway answers in
/// place of the service, which gets it up to half a minute later or never. Reads fail now and then.
/// </summary>
internal sealed class CreateWire(HttpMessageHandler service, VirtualTimeProvider clock, int seed) : DelegatingHandler(service)
{
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(30);
    private static readonly int[] Gateway = [408, 502, 503, 504];

    private readonly Random _random = new(seed);
    private readonly List<string> _story = [];

    public string Story => $"World {seed}: {string.Join(", ", _story)}";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            return _random.Next(8) switch
            {
                0 => throw Reset("a read is reset"),
                1 => Answer(503, "a read fails"),
                _ => await base.SendAsync(request, cancellationToken),
            };
        }

        HttpRequestMessage copy = await CopyAsync(request);
        switch (_random.Next(7))
        {
            case 0:
                throw Reset("the create is lost");
            case 1:
                (await base.SendAsync(copy, CancellationToken.None)).Dispose();
                throw Reset("its response is lost");
            case 2:
                return Answer(Gateway[_random.Next(Gateway.Length)], "a gateway drops it");
            case 3:
                return Answer(500, "the service fails");
            case 4 or 5:
                TimeSpan delay = Latest * _random.NextDouble();
                clock.CreateTimer(_ => _ = base.SendAsync(copy, CancellationToken.None), null, delay, Timeout.InfiniteTimeSpan);
                return _random.Next(3) == 0
                    ? throw Reset($"reset, and it arrives in {delay}")
                    : Answer(Gateway[_random.Next(Gateway.Length)], $"a gateway gives up, and it arrives in {delay}");
            default:
                _story.Add("it is answered");
                return await base.SendAsync(copy, cancellationToken);
        }
    }

    /// <summary>What is sent later has to outlive the request of the client.</summary>
    private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request)
    {
        HttpRequestMessage copy = new(request.Method, request.RequestUri) { Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync()) };
        foreach ((string name, IEnumerable<string> values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        foreach ((string name, IEnumerable<string> values) in request.Content.Headers)
        {
            copy.Content.Headers.TryAddWithoutValidation(name, values);
        }

        return copy;
    }

    private HttpResponseMessage Answer(int status, string what)
    {
        _story.Add($"{what} ({status})");
        return new((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
    }

    private HttpRequestException Reset(string what)
    {
        _story.Add(what);
        return Replies.ResetException();
    }
}
