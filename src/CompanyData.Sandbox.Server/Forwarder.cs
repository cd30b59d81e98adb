using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Extensions;

namespace CompanyData.Sandbox.Server;

/// <summary>Passes a request to the sandbox and streams its response. A connection broken inside the sandbox is broken on the socket.</summary>
internal sealed class Forwarder(HttpMessageInvoker sandbox, Outage outage)
{
    /// <summary>How long the port is closed, since a listening port cannot refuse. Long enough for a client's first retry to find it closed.</summary>
    private static readonly TimeSpan Refusal = TimeSpan.FromMilliseconds(400);

    /// <summary>Lets written bytes leave before the connection is reset.</summary>
    private static readonly TimeSpan Sending = TimeSpan.FromMilliseconds(50);

    public async Task ForwardAsync(HttpContext context)
    {
        try
        {
            using var request = Read(context.Request);
            using var response = await sandbox.SendAsync(request, context.RequestAborted);
            await WriteAsync(response, context);
        }
        catch (HttpRequestException error)
        {
            if (error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                outage.Refuse(Refusal);
            }

            Reset(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has disconnected.
        }
    }

    private static void Reset(HttpContext context)
    {
        Outage.Reset(context.Features.Get<IConnectionSocketFeature>());
        context.Abort();
    }

    private static HttpRequestMessage Read(HttpRequest source)
    {
        var request = new HttpRequestMessage(new HttpMethod(source.Method), source.GetEncodedUrl())
        {
            Content = new StreamContent(source.Body),
        };
        foreach (var (name, values) in source.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return request;
    }

    private static async Task WriteAsync(HttpResponseMessage response, HttpContext context)
    {
        context.Response.StatusCode = (int)response.StatusCode;
        var hasBody = context.Response.StatusCode != StatusCodes.Status204NoContent;
        foreach (var (name, values) in hasBody ? response.Headers.Concat(response.Content.Headers) : response.Headers)
        {
            context.Response.Headers[name] = values.ToArray();
        }

        if (hasBody)
        {
            context.Response.ContentLength = response.Content.Headers.ContentLength;
            try
            {
                await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(Sending, context.RequestAborted);
                Reset(context);
            }
        }
    }
}
