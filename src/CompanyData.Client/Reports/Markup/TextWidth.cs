using System.Globalization;

namespace CompanyData.Reports;

/// <summary>Estimates the width of text conservatively, because the font of the reader is unknown.</summary>
internal static class TextWidth
{
    private const string Ellipsis = "…";

    /// <summary>Truncates a text with an ellipsis if it is too wide.</summary>
    /// <param name="text">The text; it is cut between grapheme clusters.</param>
    /// <param name="width">Available width in pixels.</param>
    /// <param name="size">Font size in pixels.</param>
    public static string Cut(string text, double width, double size)
    {
        string line = string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        double room = width / size;
        double used = 0;
        int fits = 0;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(line);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            used += element.Sum(Ems);
            if (used > room)
            {
                return line.Substring(0, fits).TrimEnd() + Ellipsis;
            }

            // The rest may still be too wide, so this reserves space for the ellipsis.
            fits = used + Ems('m') <= room ? elements.ElementIndex + element.Length : fits;
        }

        return line;
    }

    private static double Ems(char c) => c switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or '\'' or ' ' or 't' or 'f' or 'r' or '-' => 0.42,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 1,
        _ when char.IsUpper(c) => 0.76,
        < '\u0250' => 0.62,
        _ => 1.1,
    };
}
