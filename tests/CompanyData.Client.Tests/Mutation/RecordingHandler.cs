namespace CompanyData.Client.Tests.Mutation;

/// <summary>Keeps every answer that passes.</summary>
internal sealed class RecordingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public List<RecordedAnswer> Answers { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        RecordedAnswer answer = await RecordedAnswer.FromAsync(response);
        Answers.Add(answer);
        return answer.ToMessage(request);
    }
}
