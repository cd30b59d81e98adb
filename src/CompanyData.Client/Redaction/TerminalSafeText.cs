using System.Text;

namespace CompanyData.Redaction;

/// <summary>
/// Makes text from a service safe for terminals. This happens when the text is read, because it is printed in more ways than views could
/// protect. A control character becomes its Unicode picture (ESC becomes ␛), a bidirectional control character becomes the replacement
/// character. Line breaks and tabs stay.
/// </summary>
internal static class TerminalSafeText
{
    private const char FirstPicture = '\u2400';
    private const char PictureOfDelete = '\u2421';
    private const char Replacement = '\uFFFD';

    public static string? From(string? text)
    {
        if (text is null)
        {
            return null;
        }

#if !NETSTANDARD
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

#endif
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsHarmless(text, i))
            {
                return Picture(text, i);
            }
        }

        return text;
    }

    /// <summary>Whether a character is a control character or a bidirectional control character.</summary>
    public static bool DrivesTerminal(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsHarmless(string text, int at) => text[at] switch
    {
        '\n' or '\t' => true,
        '\r' => at + 1 < text.Length && text[at + 1] == '\n',
        char c => !DrivesTerminal(c),
    };

    private static string Picture(string text, int from)
    {
        StringBuilder shown = new(text, 0, from, text.Length);
        for (int i = from; i < text.Length; i++)
        {
            char c = text[i];
            shown.Append(IsHarmless(text, i) ? c
                : c < ' ' ? (char)(FirstPicture + c)
                : c == '\u007F' ? PictureOfDelete
                : Replacement);
        }

        return shown.ToString();
    }
}
