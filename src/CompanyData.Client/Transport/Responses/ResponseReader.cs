using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CompanyData.Transport;

/// <summary>Reads the bodies of successful answers; what cannot be read becomes an <see cref="ApiException"/> that names the place.</summary>
/// <param name="dialect">The service's.</param>
/// <param name="options">How long an answer may be.</param>
/// <param name="usage">Counts what was read.</param>
internal sealed class ResponseReader(ServiceDialect dialect, ServiceOptions options, UsageCounter usage)
{
    /// <summary>One JSON value.</summary>
    /// <exception cref="ApiException">It is none, or null.</exception>
    public Task<T> ReadAsync<T>(HttpResponseMessage response, ApiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => ReadAsync(
            response,
            call,
            async (stream, token) => await JsonSerializer.DeserializeAsync(stream, type, token).ConfigureAwait(false)
                ?? throw new InvalidDataException("without content."),
            cancellationToken);

    /// <summary>One JSON value, or null where the answer is 204, or 201 with an empty body.</summary>
    /// <exception cref="ApiException">It is neither.</exception>
    public Task<T?> ReadOptionalAsync<T>(HttpResponseMessage response, ApiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => IsEmpty(response) ? Task.FromResult<T?>(null) : ReadAsync(
            response,
            call,
            async (stream, token) =>
            {
                try
                {
                    return await JsonSerializer.DeserializeAsync(stream, type, token).ConfigureAwait(false);
                }
                catch (JsonException) when (stream.BytesRead == 0 && (int)response.StatusCode == 201)
                {
                    // That a body is empty shows only as it is read where the answer does not announce its length.
                    return null;
                }
            },
            cancellationToken);

    /// <summary>One page: an envelope, a bare array, or nothing where the answer is 204.</summary>
    /// <exception cref="ApiException">It is none of them.</exception>
    public Task<Page<T>> ReadPageAsync<T>(
        HttpResponseMessage response, ApiCall call, JsonTypeInfo<List<T>> array, JsonTypeInfo<PageEnvelope<T>> envelope, CancellationToken cancellationToken)
        => (int)response.StatusCode == 204
            ? Task.FromResult(new Page<T>([], null, null, null))
            : ReadAsync(response, call, (stream, token) => PageEnvelope<T>.ReadAsync(stream, array, envelope, token), cancellationToken);

    /// <summary>Ignores the body, but fails if it is HTML: something else answered instead of the service.</summary>
    /// <exception cref="ApiException">It is HTML.</exception>
    public Task<bool> EnsureNotHtmlAsync(HttpResponseMessage response, ApiCall call, CancellationToken cancellationToken)
        => ReadAsync(response, call, static async (stream, token) => await IsHtmlAsync(stream, token).ConfigureAwait(false) ? throw new JsonException() : true, cancellationToken);

    /// <summary>A page or a message in place of a file; a file that is one has a name.</summary>
    public static bool IsPage(HttpResponseMessage response)
        => response.Content.Headers is { ContentDisposition: null, ContentType.MediaType: "text/html" or "application/json" };

    private static async Task<bool> IsHtmlAsync(MeteredStream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.PeekAsync(cancellationToken).ConfigureAwait(false) == '<';
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // Not in its announced encoding: nobody needs it, and the status says that the change took effect.
            return false;
        }
    }

    private static bool IsEmpty(HttpResponseMessage response)
        => (int)response.StatusCode == 204 || ((int)response.StatusCode == 201 && response.Content.Headers.ContentLength == 0);

    private async Task<T> ReadAsync<T>(
        HttpResponseMessage response, ApiCall call, Func<MeteredStream, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        Stream content = await response.Content.OpenAsync(cancellationToken).ConfigureAwait(false);
        using MeteredStream stream = new(content, options.MaxResponseBytes, new Utf8Validator(), new JsonValueCounter(), BodyTracer.HasListener ? BodyTracer.MaxRead : MeteredStream.ShortHead);
        try
        {
            return await read(stream, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or FormatException or InvalidOperationException)
        {
            throw ApiExceptionFactory.Unreadable(response, stream, dialect, call, exception);
        }
        finally
        {
            usage.CountBytes(stream.BytesRead);
            if (BodyTracer.HasListener)
            {
                BodyTracer.PublishAnswer(dialect, call.Request, response.StatusCode, stream);
            }
        }
    }
}
