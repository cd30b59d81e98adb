using System.Text;

namespace CompanyData.Redaction;

/// <summary>
/// Text of a service is printed, piped and put into tables in more ways than any view could guard, so what drives a terminal is made
/// visible as it is read: a control character becomes its picture (ESC is ␛), one that reverses the direction of what follows becomes
/// the replacement character. Line breaks and tabs stay.
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

        for (int i = 0; i < text.Length; i++)
        {
            if (!IsHarmless(text, i))
            {
                return Picture(text, i);
            }
        }

        return text;
    }

    /// <summary>A control character, or one that turns the direction of the text that follows, whoever wrote that.</summary>
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
