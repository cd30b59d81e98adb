using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;

namespace CompanyData.Transport;

/// <summary>Reads the bodies of successful responses. A body that cannot be read becomes an <see cref="ApiException"/> with the position in the JSON.</summary>
/// <param name="dialect">The service.</param>
/// <param name="options">Limits the length of a response.</param>
/// <param name="usage">Counts the bytes read.</param>
internal sealed class ResponseReader(ServiceDialect dialect, ServiceOptions options, UsageCounter usage)
{
    /// <summary>Reads one JSON value.</summary>
    /// <exception cref="ApiException">The body is not such a value, or is null.</exception>
    public Task<T> ReadAsync<T>(HttpResponseMessage response, ApiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => ReadAsync(
            response,
            call,
            async (stream, token) => EnsureKnown(await JsonSerializer.DeserializeAsync(stream, type, token).ConfigureAwait(false), type)
                ?? throw new InvalidDataException("the body is null"),
            cancellationToken,
            type);

    /// <summary>Reads one JSON value; returns null for 204, or for 201 with an empty body.</summary>
    /// <exception cref="ApiException">The body is not such a value.</exception>
    public Task<T?> ReadOptionalAsync<T>(HttpResponseMessage response, ApiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => IsEmpty(response) ? Task.FromResult<T?>(null) : ReadAsync(
            response,
            call,
            async (stream, token) =>
            {
                try
                {
                    return EnsureKnown(await JsonSerializer.DeserializeAsync(stream, type, token).ConfigureAwait(false), type);
                }
                catch (JsonException) when (stream.BytesRead == 0 && (int)response.StatusCode == 201)
                {
                    // Without a Content-Length, an empty body is detected only by reading it.
                    return null;
                }
            },
            cancellationToken,
            type);

    /// <summary>Reads one page: an envelope, a bare array, or an empty page for 204.</summary>
    /// <exception cref="ApiException">The body is neither.</exception>
    public Task<Page<T>> ReadPageAsync<T>(
        HttpResponseMessage response, ApiCall call, JsonTypeInfo<List<T>> array, JsonTypeInfo<PageEnvelope<T>> envelope, CancellationToken cancellationToken)
        => (int)response.StatusCode == 204
            ? Task.FromResult(new Page<T>([], null, null, null))
            : ReadAsync(response, call, (stream, token) => PageEnvelope<T>.ReadAsync(stream, array, envelope, token), cancellationToken, array, envelope);

    /// <summary>Ignores the body, but fails if it is HTML: a proxy answered instead of the service.</summary>
    /// <exception cref="ApiException">The body is HTML.</exception>
    public Task<bool> EnsureNotHtmlAsync(HttpResponseMessage response, ApiCall call, CancellationToken cancellationToken)
        => ReadAsync(response, call, static async (stream, token) => await IsHtmlAsync(stream, token).ConfigureAwait(false) ? throw new JsonException() : true, cancellationToken);

    /// <summary>Whether the response is HTML or JSON instead of a file; an HTML or JSON file has a Content-Disposition.</summary>
    public static bool IsNotFile(HttpResponseMessage response)
        => response.Content.Headers is { ContentDisposition: null, ContentType.MediaType: "text/html" or "application/json" };

    private static async Task<bool> IsHtmlAsync(MeteredStream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.PeekAsync(cancellationToken).ConfigureAwait(false) == '<';
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // The body cannot be decoded. It is not needed, and the status says that the change took effect.
            return false;
        }
    }

    /// <summary>Rejects an object without a single known field: it is most likely an error with a success status.</summary>
    /// <exception cref="InvalidDataException">No field of the object is known.</exception>
    private static T? EnsureKnown<T>(T? value, JsonTypeInfo<T> type)
        where T : class
        => value is ApiObject
            && type.Properties.Where(property => !property.IsExtensionData && property.Get is not null).ToList() is { Count: > 0 } known
            && known.TrueForAll(property => property.Get!(value) is null or ICollection { Count: 0 })
            ? throw new InvalidDataException("the body has no known field")
            : value;

    private static bool IsEmpty(HttpResponseMessage response)
        => (int)response.StatusCode == 204 || ((int)response.StatusCode == 201 && response.Content.Headers.ContentLength == 0);

    private async Task<T> ReadAsync<T>(
        HttpResponseMessage response, ApiCall call, Func<MeteredStream, CancellationToken, Task<T>> read, CancellationToken cancellationToken, params JsonTypeInfo[] types)
    {
        Stream content = await response.Content.OpenAsync(cancellationToken).ConfigureAwait(false);
        using RecordingStream recording = new(content);
        using MeteredStream stream = new(recording, options.MaxResponseBytes, new Utf8Validator(), new JsonValueCounter(), BodyTracer.HasListener ? BodyTracer.MaxRead : MeteredStream.ShortHead);
        try
        {
            try
            {
                return await read(stream, cancellationToken).ConfigureAwait(false);
            }
            catch (JsonException) when (types.Length > 0)
            {
                // A value of an unexpected type stops the reader early. The repair needs the rest of the body to move that value aside.
                await stream.CopyToAsync(Stream.Null, 81920, cancellationToken).ConfigureAwait(false);
                if (JsonRepair.TryRepair(recording.Recorded, types) is not { } repaired)
                {
                    throw;
                }

                using MeteredStream again = new(new MemoryStream(repaired), long.MaxValue);
                return await read(again, cancellationToken).ConfigureAwait(false);
            }
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
                BodyTracer.PublishResponse(dialect, call.Request, response.StatusCode, stream);
            }
        }
    }
}
