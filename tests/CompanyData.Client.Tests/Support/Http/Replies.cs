using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CompanyData.Client.Tests.Support;

/// <summary>What a service, or what stands before it, may answer.</summary>
internal static class Replies
{
    public static ScriptedHandler.Reply Json(string json, int status = 200) => Text(json, "application/json", status);

    public static ScriptedHandler.Reply Html(string html, int status = 200) => Text(html, "text/html", status);

    public static ScriptedHandler.Reply Text(string text, string mediaType = "text/plain", int status = 200)
        => Of(() => new((HttpStatusCode)status) { Content = new StringContent(text, Encoding.UTF8, mediaType) });

    public static ScriptedHandler.Reply Status(int status) => Of(() => new((HttpStatusCode)status) { Content = new ByteArrayContent([]) });

    public static ScriptedHandler.Reply RetryAfter(string value, int status = 429) => Of(() =>
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
        response.Headers.TryAddWithoutValidation("Retry-After", value);
        return response;
    });

    public static ScriptedHandler.Reply Redirect(string location, int status = 302) => Of(() =>
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
        response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    });

    public static ScriptedHandler.Reply With(ScriptedHandler.Reply reply, Action<HttpResponseMessage> change) => async (request, token) =>
    {
        HttpResponseMessage response = await reply(request, token);
        change(response);
        return response;
    };

    public static ScriptedHandler.Reply Body(Func<Stream> body, string mediaType = "application/json", int status = 200) => Of(() =>
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new StreamContent(body()) };
        response.Content.Headers.ContentType = new(mediaType);
        return response;
    });

    /// <summary>The connection broke: nobody knows whether the request arrived.</summary>
    public static ScriptedHandler.Reply Reset() => (_, _) => throw ResetException();

    /// <summary>There was no connection: the request did not arrive.</summary>
    public static ScriptedHandler.Reply Refused() => (_, _) => throw new HttpRequestException(
        "Connection refused.", new SocketException((int)SocketError.ConnectionRefused));

    /// <summary>No answer, however long one waits.</summary>
    public static ScriptedHandler.Reply Hang() => async (_, token) =>
    {
        await Task.Delay(Timeout.Infinite, token);
        throw new InvalidOperationException("It hangs for ever.");
    };

    public static HttpRequestException ResetException() => new(
        "An error occurred while sending the request.", new IOException("Broken.", new SocketException((int)SocketError.ConnectionReset)));

    private static ScriptedHandler.Reply Of(Func<HttpResponseMessage> create) => (request, _) =>
    {
        HttpResponseMessage response = create();
        response.RequestMessage = request;
        return Task.FromResult(response);
    };
}
