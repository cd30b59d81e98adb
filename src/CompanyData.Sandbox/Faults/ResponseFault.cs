using System.Net;
using System.Net.Http.Headers;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Faults;

/// <summary>Faults of a response to a request that took effect.</summary>
internal static class ResponseFault
{
    private const string Json = "application/json";

    /// <summary>How much of a body is examined; a list may be very long.</summary>
    private const int MostLookedAt = 64 * 1024;

    /// <returns>The corrupted response; null, with the response unchanged, if it has nothing that this kind could corrupt.</returns>
    public static async Task<HttpResponseMessage?> SpoilAsync(FaultKind kind, HttpResponseMessage response, SandboxOptions options)
    {
        switch (kind)
        {
            case FaultKind.AnswerLost or FaultKind.SlowFirstByte or FaultKind.MovedPage:
                return response;
            case FaultKind.UnknownSuccess:
                return Replace(response, 299, response.Content);
            case FaultKind.EmptyBody:
                return Replace(response, 200, new ByteArrayContent([]));
            case FaultKind.BadGateway:
                return Replace(response, Reply.Text(
                    HttpStatusCode.BadGateway, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>"));
            case FaultKind.GatewayTimeout:
                return Replace(response, Reply.Text(HttpStatusCode.GatewayTimeout, "text/plain", "The service behind did not answer."));
            default:
                return await SpoilBodyAsync(kind, response, options).ConfigureAwait(false);
        }
    }

    private static async Task<HttpResponseMessage?> SpoilBodyAsync(FaultKind kind, HttpResponseMessage response, SandboxOptions options)
    {
        var isJson = response.Content?.Headers.ContentType?.MediaType == Json;
        if (response.Content is null || response.Content.Headers.ContentLength == 0 || (!isJson && kind is not (FaultKind.BodyReset or FaultKind.SlowBody)))
        {
            return null;
        }

        var length = response.Content.Headers.ContentLength;
        var type = response.Content.Headers.ContentType;
        switch (kind)
        {
            case FaultKind.JsonAsHtml:
                response.Content.Headers.ContentType = new MediaTypeHeaderValue("text/html");
                return response;
            case FaultKind.JsonAsBytes:
                response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
                return response;
        }

        var body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        if (kind is FaultKind.SlowBody)
        {
            return Replace(response, (int)response.StatusCode, With(new StreamContent(new SlowStream(body, length, options)), type, length));
        }

        var start = ReadStart(body);
        var half = start.AsMemory(0, start.Length / 2);
        var content = kind switch
        {
            FaultKind.BodyReset => With(new StreamContent(new StartStream(half, PreRequestFault.Reset())), type, length),
            FaultKind.TruncatedBody => With(new ByteArrayContent(half.ToArray()), type),
            FaultKind.TruncatedChunks => With(new StreamContent(new StartStream(half)), type),
            FaultKind.DuplicateItem => JsonCorruption.RepeatFirstItem(start) is { } repeated ? With(Join(repeated, body), type) : null,
            FaultKind.UnknownStatus => JsonCorruption.ReplaceStatuses(start) is { } replaced ? With(Join(replaced, body), type) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind keeps a request from taking effect."),
        };
        if (content is not null)
        {
            return Replace(response, (int)response.StatusCode, content);
        }

        response.Content = With(Join(start, body), type, length);
        return null;
    }

    private static HttpResponseMessage Replace(HttpResponseMessage response, int status, HttpContent? content)
    {
        response.StatusCode = (HttpStatusCode)status;
        response.Content = content;
        return response;
    }

    private static HttpResponseMessage Replace(HttpResponseMessage response, HttpResponseMessage other)
    {
        response.Dispose();
        return other;
    }

    private static HttpContent Join(byte[] start, Stream rest) => new StreamContent(new StartStream(start, rest));

    private static HttpContent With(HttpContent content, MediaTypeHeaderValue? type, long? length = null)
    {
        content.Headers.ContentType = type;
        content.Headers.ContentLength = length ?? content.Headers.ContentLength;
        return content;
    }

    private static byte[] ReadStart(Stream stream)
    {
        var start = new byte[MostLookedAt];
        int length = 0, read;
        while (length < start.Length && (read = stream.Read(start, length, start.Length - length)) > 0)
        {
            length += read;
        }

        return start.AsSpan(0, length).ToArray();
    }
}
