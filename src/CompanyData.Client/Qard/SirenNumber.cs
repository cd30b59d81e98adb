using System.Globalization;
using System.Text.RegularExpressions;

namespace CompanyData.Qard;

/// <summary>The registration number of a French company: nine digits, the last of which is a check digit.</summary>
public static class SirenNumber
{
    public const int Digits = 9;
    private const int SiretDigits = 14;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Whether a text is nine digits. The check digit is not enforced, because the service's own samples have invalid ones.</summary>
    public static bool IsValid(string? text) => text is { Length: Digits } && text.All(IsDigit);

    /// <summary>Whether the first characters of an array are nine digits.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="length">Number of characters to check.</param>
    public static bool IsValid(char[] text, int length)
    {
        bool isValid = length == Digits;
        for (int i = 0; isValid && i < Digits; i++)
        {
            isValid = IsDigit(text[i]);
        }

        return isValid;
    }

    /// <summary>Whether the check digit is valid (Luhn).</summary>
    /// <param name="siren">A siren of nine digits.</param>
    public static bool HasCheckDigit(string siren)
        => siren.Reverse().Select((c, i) => (c - '0') * (1 + (i % 2))).Sum(digit => (digit / 10) + (digit % 10)) % 10 == 0;

    /// <summary>
    /// Removes white space, which is common between groups of three digits, and invisible characters from web pages and
    /// exports. Returns null if nothing is left.
    /// </summary>
    public static string? Normalize(string? text)
        => text is null ? null : new string([.. text.Where(c => !char.IsWhiteSpace(c) && !IsInvisible(c))]) is { Length: > 0 } rest ? rest : null;

    /// <summary>Explains why a text is not a siren and what to do; null if it is one.</summary>
    /// <param name="text">The text as given.</param>
    public static string? Explain(string text)
    {
        string siren = Normalize(text) ?? string.Empty;
        if (IsValid(siren))
        {
            return null;
        }

        string hint = Hint(text, siren);
        return $"'{siren}' is not a siren: it must have 9 digits.{(hint.Length > 0 ? " " : string.Empty)}{hint}";
    }

    private static string Hint(string text, string siren)
    {
        if (siren.Length == SiretDigits && siren.All(IsDigit))
        {
            return $"This is a siret of 14 digits, which identifies an establishment; the company's siren is its first 9 digits: {siren.Substring(0, Digits)}.";
        }

        if (Match(siren, "^FR[0-9A-Z]{2}([0-9]{9})$") is { } vat)
        {
            return $"This is a VAT number; the company's siren is its last 9 digits: {vat}.";
        }

        if (Match(siren, "^([0-9]{9})[.,]0+$") is { } number)
        {
            return $"A spreadsheet has written it as a decimal number; the siren is {number}. Format the column as text.";
        }

        if (Match(siren, "^([0-9]([.,][0-9]+)?E[+]?[0-9]+)$") is not null)
        {
            return "A spreadsheet has rounded it, so digits are lost. Format the column as text in the original file and export it again.";
        }

        bool isTwo = siren.Length == 2 * Digits && siren.All(IsDigit);
        if (isTwo || Regex.IsMatch(text, @"\w\s*[\r\n;,/|]+\s*\w", RegexOptions.None, Limit))
        {
            return "The cell has more than one value; give one company per row.";
        }

        return siren.Length is > 4 and < Digits && siren.All(IsDigit) && HasCheckDigit(siren.PadLeft(Digits, '0'))
            ? $"A spreadsheet drops leading zeros: with them it is {siren.PadLeft(Digits, '0')}. Format the column as text."
            : DigitsOf(siren) is { Length: Digits } digits ? $"Write its digits alone: {digits}."
            : string.Empty;
    }

    private static string? Match(string text, string pattern)
        => Regex.Match(text, pattern, RegexOptions.IgnoreCase, Limit) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The decimal digits in a text, of any script, as ASCII digits.</summary>
    private static string DigitsOf(string text) => new([.. text.Where(char.IsDigit).Select(c => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)))]);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>Zero-width spaces, direction marks, soft hyphens, byte order marks, control characters.</summary>
    private static bool IsInvisible(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;
}
