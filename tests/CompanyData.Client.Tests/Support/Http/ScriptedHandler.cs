namespace CompanyData.Client.Tests.Support;

/// <summary>Answers from a queue and remembers what was asked. What is not scripted is a failure of the test.</summary>
internal sealed class ScriptedHandler(TimeProvider time) : HttpMessageHandler
{
    private readonly Queue<Reply> _replies = new();
    private readonly List<RecordedRequest> _requests = [];

    public delegate Task<HttpResponseMessage> Reply(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>Answers once the queue is empty.</summary>
    public Reply? Fallback { get; set; }

    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public ScriptedHandler Then(params Reply[] replies)
    {
        Array.ForEach(replies, _replies.Enqueue);
        return this;
    }

    public int CountOf(string method) => Requests.Count(request => request.Method == method);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RecordedRequest recorded = await RecordedRequest.FromAsync(request, time.GetUtcNow());
        Reply? reply;
        lock (_requests)
        {
            _requests.Add(recorded);
            reply = _replies.Count > 0 ? _replies.Dequeue() : Fallback;
        }

        return reply is null
            ? throw new NotSupportedException($"Nothing is scripted for {recorded.Method} {recorded.Uri}.")
            : await reply(request, cancellationToken);
    }
}
