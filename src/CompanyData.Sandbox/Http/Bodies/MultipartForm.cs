using System.Net.Http.Headers;
using System.Text;

namespace CompanyData.Sandbox.Http;

/// <summary>Reads multipart/form-data (RFC 7578); of two parts of one name the first counts.</summary>
internal sealed class MultipartForm
{
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();
    private static readonly byte[] HeadersEnd = "\r\n\r\n"u8.ToArray();
    private readonly List<MultipartPart> _parts = [];

    private MultipartForm()
    {
    }

    /// <summary>The part of a name, or null.</summary>
    public MultipartPart? this[string name] => _parts.Find(part => string.Equals(part.Name, name, StringComparison.Ordinal));

    /// <summary>The form of a call, or null if its body is not a valid form.</summary>
    public static MultipartForm? Read(SandboxCall call)
    {
        if (!MediaTypeHeaderValue.TryParse(call.ContentType, out var type)
            || !string.Equals(type!.MediaType, "multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || type.Parameters.FirstOrDefault(parameter => Is(parameter.Name, "boundary"))?.Value is not { } boundary)
        {
            return null;
        }

        var form = new MultipartForm();
        return form.TryRead(call.Body, Encoding.ASCII.GetBytes($"--{boundary.Trim('"')}")) ? form : null;
    }

    private static bool Is(string? text, string name) => string.Equals(text, name, StringComparison.OrdinalIgnoreCase);

    private static MultipartPart? ReadPart(ReadOnlyMemory<byte> bytes)
    {
        var end = bytes.Span.IndexOf(HeadersEnd);
        if (end < 0)
        {
            return null;
        }

        string? mediaType = null;
        ContentDispositionHeaderValue? disposition = null;
        foreach (var line in Encoding.UTF8.GetString(bytes.Slice(0, end).ToArray()).Split(["\r\n"], StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = line.Split([':'], 2);
            if (pair.Length == 2 && Is(pair[0].Trim(), "Content-Type") && MediaTypeHeaderValue.TryParse(pair[1].Trim(), out var type))
            {
                mediaType = type!.MediaType;
            }
            else if (pair.Length == 2 && Is(pair[0].Trim(), "Content-Disposition"))
            {
                _ = ContentDispositionHeaderValue.TryParse(pair[1].Trim(), out disposition);
            }
        }

        return disposition?.Name is not { } name ? null : new MultipartPart
        {
            Name = name.Trim('"'),
            FileName = disposition.FileNameStar ?? disposition.FileName?.Trim('"'),
            MediaType = mediaType,
            Content = bytes.Slice(end + HeadersEnd.Length),
        };
    }

    private bool TryRead(ReadOnlyMemory<byte> body, byte[] delimiter)
    {
        byte[] separator = [.. LineEnd, .. delimiter];
        if (!body.Span.StartsWith(delimiter))
        {
            return false;
        }

        body = body.Slice(delimiter.Length);
        while (body.Span.StartsWith(LineEnd))
        {
            body = body.Slice(LineEnd.Length);
            var end = body.Span.IndexOf(separator);
            if (end < 0 || ReadPart(body.Slice(0, end)) is not { } part)
            {
                return false;
            }

            _parts.Add(part);
            body = body.Slice(end + separator.Length);
        }

        return body.Span.StartsWith("--"u8);
    }
}
