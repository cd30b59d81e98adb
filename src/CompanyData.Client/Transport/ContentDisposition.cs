using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace CompanyData.Transport;

/// <summary>
/// Reads the file name of a Content-Disposition header as servers write it: also unquoted with spaces or brackets, in plain UTF-8, or with a
/// semicolon at the end, all of which the framework's own parser rejects or garbles.
/// </summary>
internal static class ContentDisposition
{
    private static readonly Encoding Latin1 = Encoding.GetEncoding("iso-8859-1");
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Regex Extended = new(
        @"(^|[;\s])filename\*\s*=\s*""?(?<charset>[\w-]+)'[^']*'(?<name>[^;""]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly Regex Quoted = new(
        @"(^|[;\s])filename\s*=\s*""(?<name>(\\.|[^""\\])*)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly Regex Plain = new(
        @"(^|[;\s])filename\s*=\s*(?<name>[^;""]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly Regex Escape = new(
        @"\\(?<char>[""\\])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly Regex PercentCode = new(
        "%(?<byte>[0-9a-fA-F]{2})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <returns>Null without a name.</returns>
    public static string? ReadFileName(HttpContentHeaders headers)
    {
        if (!headers.TryGetValues("Content-Disposition", out IEnumerable<string>? values) || values.FirstOrDefault() is not { } header)
        {
            return null;
        }

        string? name = ReadExtended(header)
            ?? (Quoted.Match(header) is { Success: true } quoted ? Escape.Replace(quoted.Groups["name"].Value, "${char}")
            : Plain.Match(header) is { Success: true } plain ? plain.Groups["name"].Value
            : null);
        return name is null ? null : AsUtf8(name).Trim('"', ' ');
    }

    private static string? ReadExtended(string header)
    {
        if (Extended.Match(header) is not { Success: true } match)
        {
            return null;
        }

        string name = match.Groups["name"].Value;
        bool isUtf8 = match.Groups["charset"].Value.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        return isUtf8 ? Uri.UnescapeDataString(name) : PercentCode.Replace(name, code => ((char)Convert.ToByte(code.Groups["byte"].Value, 16)).ToString());
    }

    /// <summary>Headers arrive as Latin-1. Bytes that are valid UTF-8 are hardly ever anything else.</summary>
    private static string AsUtf8(string name)
    {
        if (!name.Any(c => c > '~') || name.Any(c => c > 'ÿ'))
        {
            return name;
        }

        try
        {
            return StrictUtf8.GetString(Latin1.GetBytes(name));
        }
        catch (DecoderFallbackException)
        {
            return name;
        }
    }
}
