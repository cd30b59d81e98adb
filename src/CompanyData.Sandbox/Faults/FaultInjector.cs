using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Faults;

/// <summary>Makes requests fail at <see cref="SandboxOptions.FaultRate"/>, each by its number: a run can be repeated.</summary>
internal sealed class FaultInjector(SandboxOptions options)
{
    private const int MostKeptOfTruncated = 16 * 1024;
    private const int KindCount = (int)Fault.EmptyBody;

    public Fault Pick(long number)
    {
        var random = new DeterministicRandom(Hash.Of(options.Seed, "fault", number));
        return random.NextDouble() < options.FaultRate ? (Fault)(1 + random.Next(KindCount)) : Fault.None;
    }

    /// <summary>Answers in place of the service, or spoils what the service answers.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="answer">Lets the request take effect.</param>
    public async Task<HttpResponseMessage> ApplyAsync(Fault fault, Func<HttpResponseMessage> answer)
    {
        switch (fault)
        {
            case Fault.TooManyRequestsWithSeconds:
                return Refuse((HttpStatusCode)429, new RetryConditionHeaderValue(TimeSpan.FromSeconds(1)));
            case Fault.TooManyRequestsWithDate:
                return Refuse((HttpStatusCode)429, new RetryConditionHeaderValue(options.Time.GetUtcNow().AddSeconds(1)));
            case Fault.TooManyRequests:
                return Refuse((HttpStatusCode)429);
            case Fault.ServerError:
                return Refuse(HttpStatusCode.InternalServerError);
            case Fault.Unavailable:
                return Refuse(HttpStatusCode.ServiceUnavailable);
            case Fault.ConnectionRefused:
                throw new HttpRequestException(
                    "Connection refused by the sandbox.", new SocketException((int)SocketError.ConnectionRefused));
            default:
                return await SpoilAsync(fault, answer()).ConfigureAwait(false);
        }
    }

    private static async Task<HttpResponseMessage> SpoilAsync(Fault fault, HttpResponseMessage response)
    {
        switch (fault)
        {
            case Fault.BadGateway:
                response.Dispose();
                return Reply.Text(
                    HttpStatusCode.BadGateway, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
            case Fault.ConnectionReset:
                response.Dispose();
                throw new HttpRequestException(
                    "An error occurred while sending the request.",
                    new IOException(
                        "The sandbox broke the connection.", new SocketException((int)SocketError.ConnectionReset)));
            case Fault.TruncatedBody:
                return await TruncateAsync(response).ConfigureAwait(false);
            case Fault.EmptyBody:
                response.Dispose();
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) };
            default:
                return response;
        }
    }

    private static HttpResponseMessage Refuse(HttpStatusCode status, RetryConditionHeaderValue? retryAfter = null)
    {
        var response = Reply.Json(status, json =>
        {
            json.WriteStartObject();
            json.WriteString("message", "A fault of the sandbox.");
            json.WriteEndObject();
        });
        response.Headers.RetryAfter = retryAfter;
        return response;
    }

    private static async Task<HttpResponseMessage> TruncateAsync(HttpResponseMessage response)
    {
        response.Content ??= new ByteArrayContent([]);
        using (response)
        {
            var start = ReadStart(await response.Content.ReadAsStreamAsync().ConfigureAwait(false));
            var truncated = new ByteArrayContent(start, 0, start.Length / 2);
            truncated.Headers.ContentType = response.Content.Headers.ContentType;
            return new HttpResponseMessage(response.StatusCode) { Content = truncated };
        }
    }

    /// <summary>No more than the start: a list may be very long.</summary>
    private static byte[] ReadStart(Stream stream)
    {
        var start = new byte[MostKeptOfTruncated];
        int length = 0, read;
        while ((read = stream.Read(start, length, start.Length - length)) > 0)
        {
            length += read;
        }

        return start.AsSpan(0, length).ToArray();
    }
}
