using System.Globalization;

namespace CompanyData.Reports;

/// <summary>How wide text is, guessed on the safe side: whoever draws the page has its own fonts.</summary>
internal static class TextWidth
{
    private const string Ellipsis = "…";

    /// <summary>The text, or as much of its beginning as has room, with an ellipsis.</summary>
    /// <param name="text">Any; it is cut between what a reader takes for characters.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="size">Of the font, in pixels.</param>
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

            // The rest may still turn out too long: then the ellipsis needs room, too.
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
