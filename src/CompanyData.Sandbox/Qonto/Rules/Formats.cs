using System.Globalization;
using System.Text.RegularExpressions;

namespace CompanyData.Sandbox.Qonto.Rules;

/// <summary>Forms of texts.</summary>
internal static class Formats
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>Word for word. [seed]</summary>
    public static Regex Email { get; } = From(@"\A[\x21-\x39\x41-\x7E]+@[\x21-\x39\x41-\x7E]+\.[\x21-\x39\x41-\x7E]+\z");

    /// <summary>Two names are [seed], a third is not published, so any in the same form is taken. [inferred]</summary>
    public static Regex LegalFlow { get; } = From(@"\A[a-z]+(_[a-z]+)*\z");

    /// <summary>Word for word. [seed]</summary>
    public static Regex GermanVatNumber { get; } = From(@"\ADE\d{9}\z");

    /// <summary>
    /// Exit code, country code, one space at most, national number [seed]; one to three digits, then four to fourteen [inferred].
    /// </summary>
    public static Regex Phone { get; } = From(@"\A(\+|00)[1-9]\d{0,2} ?\d{4,14}\z");

    /// <summary>"ISO country code" [seed]: the examples have two letters.</summary>
    public static Regex Country { get; } = From(@"\A[A-Z]{2}\z");

    /// <summary>Decimal text [seed]; that it has no sign and no exponent is [inferred].</summary>
    public static Regex Amount { get; } = From(@"\A\d+(\.\d+)?\z");

    public static bool IsZero(string amount) => amount.All(character => character is '0' or '.');

    /// <summary>A date, or a date and a time with a zone: the example of a birth date has one. [seed]</summary>
    public static bool TryParseDate(string text, out DateTimeOffset date) => DateTimeOffset.TryParseExact(
        text,
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal,
        out date);

    private static Regex From(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.ECMAScript, Timeout);
}
