using System.Text;

namespace CompanyData.Transport;

/// <summary>
/// Detects U+FFFD, which a decoder writes for bytes of another encoding: the original character is lost. Texts with it are not sent, because
/// the service would store them that way.
/// </summary>
public static class LostCharacters
{
    private const char Replacement = '\uFFFD';

    /// <summary>The character as it can appear in JSON: literally, or escaped in upper or lower case.</summary>
    private static readonly byte[][] Forms = [Encoding.UTF8.GetBytes("\uFFFD"), [.. @"\uFFFD"u8], [.. @"\ufffd"u8]];

    public static bool AreIn(string? text) => text?.IndexOf(Replacement) >= 0;

    /// <param name="what">The text that has lost characters, as the start of a sentence, such as <c>The name 'x'</c>.</param>
    public static ArgumentException Error(string what) => new(
        $"{what} has lost characters: it contains U+FFFD, because a file was read with the wrong encoding. Nothing was sent. "
        + "Read the file with its own encoding, such as Import-Csv -Encoding ([Text.Encoding]::GetEncoding(1252)), or save it as UTF-8.");

    internal static bool AreIn(ReadOnlySpan<byte> json)
    {
        foreach (byte[] form in Forms)
        {
            if (json.IndexOf(form) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
