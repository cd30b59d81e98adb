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
    private delegate T Parser<out T>(ReadOnlySpan<byte> json);

    /// <summary>Reads one JSON value.</summary>
    /// <exception cref="ApiException">The body is not such a value, or is null.</exception>
    public Task<T> ReadAsync<T>(HttpResponseMessage response, ApiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => ReadAsync(response, call, json => EnsureKnown(JsonSerializer.Deserialize(json, type), type) ?? throw new InvalidDataException("the body is null"), cancellationToken, type);

    /// <summary>Reads one JSON value; returns null for 204, or for 201 with an empty body.</summary>
    /// <exception cref="ApiException">The body is not such a value.</exception>
    public Task<T?> ReadOptionalAsync<T>(HttpResponseMessage response, ApiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => (int)response.StatusCode == 204 ? Task.FromResult<T?>(null) : ReadAsync(
            response,
            call,
            json => json.IsEmpty && (int)response.StatusCode == 201 ? null : EnsureKnown(JsonSerializer.Deserialize(json, type), type),
            cancellationToken,
            type);

    /// <summary>Reads one page: an envelope, a bare array, or an empty page for 204.</summary>
    /// <exception cref="ApiException">The body is neither.</exception>
    public Task<Page<T>> ReadPageAsync<T>(
        HttpResponseMessage response, ApiCall call, JsonTypeInfo<List<T>> array, JsonTypeInfo<PageEnvelope<T>> envelope, CancellationToken cancellationToken)
        => (int)response.StatusCode == 204
            ? Task.FromResult(new Page<T>([], null, null, null))
            : ReadAsync(response, call, json => PageEnvelope<T>.Parse(json, array, envelope), cancellationToken, array, envelope);

    /// <summary>Ignores the body, but fails if it is HTML: a proxy answered instead of the service.</summary>
    /// <exception cref="ApiException">The body is HTML.</exception>
    public Task<bool> EnsureNotHtmlAsync(HttpResponseMessage response, ApiCall call, CancellationToken cancellationToken)
        => ReadAsync(
            response,
            call,
            async (body, token) =>
            {
                try
                {
                    await body.ReadStartAsync(response.Content, token).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
                {
                    // The body cannot be decoded. It is not needed, and the status says that the change took effect.
                    return true;
                }

                return ResponseBody.FirstOf(body.Json) == '<' ? throw new JsonException() : true;
            },
            cancellationToken);

    /// <summary>Whether the response is HTML or JSON instead of a file; an HTML or JSON file has a Content-Disposition.</summary>
    public static bool IsNotFile(HttpResponseMessage response)
        => response.Content.Headers is { ContentDisposition: null, ContentType.MediaType: "text/html" or "application/json" };

    /// <summary>Rejects an object without a single known field: it is most likely an error with a success status.</summary>
    /// <exception cref="InvalidDataException">No field of the object is known.</exception>
    private static T? EnsureKnown<T>(T? value, JsonTypeInfo<T> type)
        where T : class
    {
        IEnumerable<JsonPropertyInfo> known = type.Properties.Where(property => !property.IsExtensionData && property.Get is not null);
        return value is ApiObject && known.Any() && !known.Any(property => property.Get!(value) is not (null or ICollection { Count: 0 }))
            ? throw new InvalidDataException("the body has no known field")
            : value;
    }

    private Task<T> ReadAsync<T>(HttpResponseMessage response, ApiCall call, Parser<T> parse, CancellationToken cancellationToken, params JsonTypeInfo[] types)
        => ReadAsync(
            response,
            call,
            async (body, token) =>
            {
                await body.ReadAsync(response.Content, token).ConfigureAwait(false);
                try
                {
                    return parse(body.Json);
                }
                catch (JsonException) when (JsonRepair.TryRepair(body.Json, types) is { } repaired)
                {
                    // A value of an unexpected type was moved aside.
                    return parse(repaired);
                }
            },
            cancellationToken);

    private async Task<T> ReadAsync<T>(
        HttpResponseMessage response, ApiCall call, Func<ResponseBody, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using ResponseBody body = new(options.MaxResponseBytes, BodyTracer.HasListener ? BodyTracer.MaxRead : ResponseBody.ShortHead);
        try
        {
            return await read(body, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or FormatException or InvalidOperationException)
        {
            throw ApiExceptionFactory.Unreadable(response, body, dialect, call, exception);
        }
        finally
        {
            usage.CountBytes(body.Length);
            if (BodyTracer.HasListener)
            {
                BodyTracer.PublishResponse(dialect, call.Request, response.StatusCode, body);
            }
        }
    }
}
