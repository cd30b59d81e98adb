namespace CompanyData.Client.Tests.Mutation;

/// <summary>Gives the answers in their order, the last one again and again; a list that asks on for ever loses its connection.</summary>
internal sealed class PlayingHandler(IReadOnlyList<RecordedAnswer> answers) : HttpMessageHandler
{
    public const int MostRequests = 30;

    public int Requests { get; private set; }

    public bool BrokeOff => Requests > MostRequests;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        return BrokeOff
            ? throw new HttpRequestException("Enough.", new IOException("Enough."))
            : Task.FromResult(answers[Math.Min(Requests, answers.Count) - 1].ToMessage(request));
    }
}
