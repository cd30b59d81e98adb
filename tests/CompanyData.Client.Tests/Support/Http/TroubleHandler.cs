namespace CompanyData.Client.Tests.Support;

/// <summary>Stands before another handler and spoils what a test names, before or after the request has taken effect.</summary>
internal sealed class TroubleHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly List<(Func<HttpRequestMessage, bool> When, Trouble What)> _troubles = [];
    private readonly List<(string Method, string Path)> _requests = [];

    public delegate Task<HttpResponseMessage> Onward();

    public delegate Task<HttpResponseMessage> Trouble(Onward send, CancellationToken cancellationToken);

    public IReadOnlyList<(string Method, string Path)> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public int CountOf(string method, string pathEnd = "")
        => Requests.Count(request => request.Method == method && request.Path.EndsWith(pathEnd, StringComparison.Ordinal));

    /// <summary>Takes effect, and its answer is lost.</summary>
    public static Trouble LoseAnswer { get; } = async (send, _) =>
    {
        (await send()).Dispose();
        throw Replies.ResetException();
    };

    /// <summary>Takes effect, and no answer ever comes.</summary>
    public static Trouble LoseAnswerSilently { get; } = async (send, token) =>
    {
        (await send()).Dispose();
        await Task.Delay(Timeout.Infinite, token);
        throw new InvalidOperationException("It hangs for ever.");
    };

    /// <summary>Does not take effect; nobody is told.</summary>
    public static Trouble LoseRequest { get; } = (_, _) => throw Replies.ResetException();

    public static Trouble Answer(int status) => (_, _) => Task.FromResult(
        new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new ByteArrayContent([]) });

    /// <summary>Takes effect, and a gateway answers in its place.</summary>
    public static Trouble AnswerAfterwards(int status) => async (send, token) =>
    {
        (await send()).Dispose();
        return await Answer(status)(send, token);
    };

    /// <summary>What happens to the next requests of this kind.</summary>
    public void Next(string method, string pathEnd, params Trouble[] troubles)
    {
        lock (_troubles)
        {
            _troubles.AddRange(troubles.Select(trouble => (new Func<HttpRequestMessage, bool>(request => Matches(request, method, pathEnd)), trouble)));
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Trouble? trouble = null;
        lock (_troubles)
        {
            int index = _troubles.FindIndex(entry => entry.When(request));
            if (index >= 0)
            {
                trouble = _troubles[index].What;
                _troubles.RemoveAt(index);
            }
        }

        lock (_requests)
        {
            _requests.Add((request.Method.Method, request.RequestUri!.AbsolutePath));
        }

        Onward send = () => base.SendAsync(request, cancellationToken);
        return trouble is null ? await send() : await trouble(send, cancellationToken);
    }

    private static bool Matches(HttpRequestMessage request, string method, string pathEnd)
        => request.Method.Method == method && request.RequestUri!.AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal);
}
