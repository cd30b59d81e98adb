using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CompanyData.Transport;

/// <summary>The body of an error response, redacted.</summary>
/// <param name="Code">The service's error code; null if there is none.</param>
/// <param name="Message">The service's error message; null if there is none.</param>
/// <param name="Extract">The start of the body, at most <see cref="MaxExtract"/> characters; null if the body is empty.</param>
public sealed record ErrorBody(string? Code, string? Message, string? Extract)
{
    /// <summary>Maximum length of an extract, in characters.</summary>
    public const int MaxExtract = 1000;

    /// <summary>The code before redaction, for classification only: redaction would mask parts of it where a secret is as short as one letter.</summary>
    internal string? PlainCode { get; init; }

    internal static readonly ErrorBody None = new(null, null, null);

    private const int MaxRead = 16 * 1024;

    /// <summary>Reads at most 16 KiB. A body that is cut off, stalls, or cannot be decompressed is not an error: what arrived is used.</summary>
    /// <param name="response">The error response.</param>
    /// <param name="dialect">Knows the service's error format.</param>
    /// <param name="secrets">Values to redact.</param>
    /// <param name="limit">Stops reading; what arrived until then is used.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    internal static async Task<ErrorBody> ReadAsync(
        HttpResponseMessage response, ServiceDialect dialect, IReadOnlyCollection<Secret> secrets, CancellationToken limit, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[MaxRead];
        int length = 0;
        try
        {
            using Stream stream = await response.Content.OpenAsync(limit).ConfigureAwait(false);
            int read;
            while (length < MaxRead
                && (read = await stream.ReadAsync(buffer, length, MaxRead - length, limit).ConfigureAwait(false)) > 0)
            {
                length += read;
            }
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The status code is enough.
        }

        string text = Encoding.UTF8.GetString(buffer, 0, length);
        return Parse(length == MaxRead ? Redactor.CutText(text, secrets) : text, dialect, secrets);
    }

    internal static ErrorBody Parse(string text, ServiceDialect dialect, IReadOnlyCollection<Secret> secrets)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return None;
        }

        if (trimmed[0] is '{' or '[')
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(trimmed);
                (string? code, string? message) = dialect.ReadError(document.RootElement);
                return new(string.IsNullOrWhiteSpace(code) ? null : Short(Redactor.Id(code!, secrets).Trim()), Clean(message, secrets), Clean(Redactor.Json(trimmed), secrets)) { PlainCode = code };
            }
            catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
            {
                // Truncated JSON, a duplicate field, half a character, or not JSON at all: shown as text below.
                if (RedactedJson.Read(Redactor.Text(trimmed, secrets), RedactionPolicy.ErrorResponse) is { HasContent: true } start)
                {
                    return new(null, null, Clean(start.Text + "…", secrets));
                }
            }
        }

        string plain = trimmed[0] == '<' ? HtmlText(trimmed) : trimmed;
        return new(null, null, Clean(plain, secrets));
    }

    private static string? Clean(string? text, IReadOnlyCollection<Secret> secrets)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return Short(Redactor.Text(text!, secrets).Trim());
    }

    private static string Short(string text) => text.Length <= MaxExtract ? text : text.Substring(0, MaxExtract) + "…";

    private static string HtmlText(string html)
    {
        TimeSpan limit = TimeSpan.FromSeconds(1);
        try
        {
            string body = Regex.Replace(html, "<(?<tag>script|style)[^>]*>.*?</\\k<tag>>", " ", RegexOptions.IgnoreCase | RegexOptions.Singleline, limit);
            string text = WebUtility.HtmlDecode(Regex.Replace(body, "<[^>]*>?", " ", RegexOptions.None, limit));
            return Regex.Replace(text, "\\s+", " ", RegexOptions.None, limit).Trim();
        }
        catch (RegexMatchTimeoutException)
        {
            // HTML that makes the expressions take too long is shown unchanged.
            return html;
        }
    }
}
