using System.Net;
using System.Net.Http.Headers;

namespace CompanyData.Benchmarks;

/// <summary>Answers everything with the same JSON at once, so that what is left is the time of the client.</summary>
internal sealed class ReplayHandler(byte[] json) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent(json), RequestMessage = request };
        response.Content.Headers.ContentType = Json;
        return Task.FromResult(response);
    }
}
