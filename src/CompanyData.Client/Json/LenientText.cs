using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CompanyData.Json;

/// <summary>
/// Reads text sent by a service. JSON allows a lone surrogate in a text, which .NET does not read: it becomes the replacement
/// character. Terminal control characters become harmless.
/// </summary>
internal static class LenientText
{
    private static readonly Regex Escapes = new(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u(?<half>[dD][89a-fA-F][0-9a-fA-F]{2})|\\.",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(10));

    private static readonly Regex Quoted = new(
        @"\A""(\\.|[^""\\])*""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    public static string? Read(ref Utf8JsonReader reader)
    {
        try
        {
            return TerminalSafeText.From(reader.GetString());
        }
        catch (InvalidOperationException)
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return Repair(document.RootElement.GetRawText());
        }
    }

    public static string? Read(JsonElement element)
    {
        try
        {
            return TerminalSafeText.From(element.GetString());
        }
        catch (InvalidOperationException)
        {
            return Repair(element.GetRawText());
        }
    }

    public static string ReadName(JsonProperty property)
    {
        try
        {
            return TerminalSafeText.From(property.Name)!;
        }
        catch (InvalidOperationException)
        {
            return Repair(Quoted.Match(property.ToString()).Value)!;
        }
    }

    /// <summary>Replaces escaped lone surrogates, which the framework does not read as text, by the escaped replacement character.</summary>
    /// <exception cref="RegexMatchTimeoutException">The text is too long.</exception>
    internal static string ReplaceLoneSurrogates(string json) => Escapes.Replace(json, match => match.Groups["half"].Success ? @"\ufffd" : match.Value);

    /// <summary>Reads a quoted JSON text and replaces lone surrogates.</summary>
    private static string? Repair(string quoted)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(ReplaceLoneSurrogates(quoted)));
        return reader.Read() ? TerminalSafeText.From(reader.GetString()) : null;
    }
}
