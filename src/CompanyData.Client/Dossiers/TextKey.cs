using System.Globalization;
using System.Text;

namespace CompanyData.Dossiers;

/// <summary>Normalises text for comparison: without case, accents, punctuation and spacing. Texts with the same key differ only in formatting.</summary>
internal static class TextKey
{
    public static string From(string? text)
    {
        if (text is null)
        {
            return string.Empty;
        }

        StringBuilder key = new(text.Length);
        bool isApart = false;
        foreach (char c in Decompose(text))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.CurrencySymbol)
            {
                if (isApart && key.Length > 0)
                {
                    key.Append(' ');
                }

                key.Append(char.ToUpperInvariant(c));
                isApart = false;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                isApart = true;
            }
        }

        return key.ToString();
    }

    /// <summary>The words of a text in alphabetical order, so that the order of given name and family name does not matter.</summary>
    public static string Words(string? text)
    {
        string[] words = From(text).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(words, StringComparer.Ordinal);
        return string.Join(" ", words);
    }

    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // Text with a lone surrogate cannot be normalised.
            return text;
        }
    }
}
