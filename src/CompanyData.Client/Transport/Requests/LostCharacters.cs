using System.Text;

namespace CompanyData.Transport;

/// <summary>
/// U+FFFD stands where a decoder met bytes of another encoding: the character is lost. A name with one is never sent, for the service would keep
/// it that way.
/// </summary>
public static class LostCharacters
{
    private const char Replacement = '\uFFFD';

    /// <summary>How the character reads inside JSON: as it is, or escaped, whose digits may be small or capital.</summary>
    private static readonly byte[][] Forms = [Encoding.UTF8.GetBytes("\uFFFD"), [.. @"\uFFFD"u8], [.. @"\ufffd"u8]];

    public static bool AreIn(string? text) => text?.IndexOf(Replacement) >= 0;

    /// <param name="what">What has lost them, such as <c>The name 'x'</c>.</param>
    public static ArgumentException Error(string what) => new(
        $"{what} has lost characters: U+FFFD stands in their place, because a file was read in the wrong encoding. Nothing was sent. "
        + "Read it in its own encoding, such as Import-Csv -Encoding ([Text.Encoding]::GetEncoding(1252)), or save it as UTF-8.");

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
