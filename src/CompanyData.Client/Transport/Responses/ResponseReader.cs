using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;

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
            async (stream, token) => EnsureKnown(await JsonSerializer.DeserializeAsync(stream, type, token).ConfigureAwait(false), type)
                ?? throw new InvalidDataException("without content."),
            cancellationToken,
            type);

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
                    return EnsureKnown(await JsonSerializer.DeserializeAsync(stream, type, token).ConfigureAwait(false), type);
                }
                catch (JsonException) when (stream.BytesRead == 0 && (int)response.StatusCode == 201)
                {
                    // That a body is empty shows only as it is read where the answer does not announce its length.
                    return null;
                }
            },
            cancellationToken,
            type);

    /// <summary>One page: an envelope, a bare array, or nothing where the answer is 204.</summary>
    /// <exception cref="ApiException">It is none of them.</exception>
    public Task<Page<T>> ReadPageAsync<T>(
        HttpResponseMessage response, ApiCall call, JsonTypeInfo<List<T>> array, JsonTypeInfo<PageEnvelope<T>> envelope, CancellationToken cancellationToken)
        => (int)response.StatusCode == 204
            ? Task.FromResult(new Page<T>([], null, null, null))
            : ReadAsync(response, call, (stream, token) => PageEnvelope<T>.ReadAsync(stream, array, envelope, token), cancellationToken, array, envelope);

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

    /// <summary>A success without a single known field is something else, most likely an error.</summary>
    /// <exception cref="InvalidDataException">Nothing in the object is known.</exception>
    private static T? EnsureKnown<T>(T? value, JsonTypeInfo<T> type)
        where T : class
        => value is ApiObject
            && type.Properties.Where(property => !property.IsExtensionData && property.Get is not null).ToList() is { Count: > 0 } known
            && known.TrueForAll(property => property.Get!(value) is null or ICollection { Count: 0 })
            ? throw new InvalidDataException("without a single known field.")
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
                // A value of an unexpected form ends the reading early; the rest is needed to set that value aside.
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
                BodyTracer.PublishAnswer(dialect, call.Request, response.StatusCode, stream);
            }
        }
    }
}
