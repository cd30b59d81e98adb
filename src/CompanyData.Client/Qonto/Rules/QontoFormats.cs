using System.Globalization;
using System.Text.RegularExpressions;

namespace CompanyData.Qonto;

/// <summary>Checks of formats used by several rules.</summary>
internal static class QontoFormats
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>The pattern of the seed.</summary>
    private const string Email = @"\A[\x21-\x39\x41-\x7E]+@[\x21-\x39\x41-\x7E]+\.[\x21-\x39\x41-\x7E]+\z";

    public static void CheckEmail(RuleScope email)
    {
        if (email.Text is { } text && !Regex.IsMatch(text, Email, RegexOptions.CultureInvariant, Limit))
        {
            email.Report("email-form", $"'{text}' is not an e-mail address", "Write it as name@host.tld.");
        }
    }

    public static void CheckCountry(RuleScope country)
    {
        if (country.Text is { } text && !Regex.IsMatch(text, "\\A[A-Z]{2}\\z", RegexOptions.CultureInvariant, Limit))
        {
            country.Report("country-form", $"'{text}' is not an ISO country code", "Write two capital letters, such as FR.");
        }
    }

    /// <summary>Requires an object with decimal text and EUR. Zero is allowed here; the rules for stakeholders check it.</summary>
    public static void CheckAmount(RuleScope amount)
    {
        if (!amount.IsPresent)
        {
            return;
        }

        if (amount.Object is null || Parse(amount["value"]) is null)
        {
            amount.Report("amount-form", "the amount is not a decimal number of 0 or more", "Write {value, currency} with the value as text, such as 1023.43.");
        }
        else if (amount["currency"].Text is not "EUR")
        {
            amount["currency"].Report("amount-currency", $"the currency is '{amount["currency"].Text}'", "Use EUR.");
        }
    }

    public static void CheckDate(RuleScope date)
    {
        if (date.Text is { } text && ParseDate(text) is null)
        {
            date.Report("date-form", $"'{text}' is not a date", "Write it as yyyy-MM-dd.");
        }
    }

    public static DateTime? ParseDate(string text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) && text.Length >= 10 && text[4] == '-'
            ? date.Date
            : null;

    /// <summary>Parses decimal text of 0 or more; returns null for any other value.</summary>
    public static decimal? Parse(RuleScope value)
        => decimal.TryParse(value.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) ? amount : null;
}
