using System.Globalization;

namespace CompanyData.Json;

/// <summary>Times as seconds or milliseconds since 1970.</summary>
internal static class EpochTime
{
    /// <summary>The year 1973 in seconds. A smaller number is more likely something else, such as a day written as 20240115.</summary>
    private const long MinSeconds = 100_000_000;

    /// <summary>The year 5138 in seconds, and in milliseconds the year 1973: from here on a number counts milliseconds.</summary>
    private const long MinMilliseconds = 100_000_000_000;

    private const long MaxMilliseconds = MinMilliseconds * 1000;

    /// <returns>The time in UTC, without a zone as every time of a service.</returns>
    public static bool TryParse(string text, out DateTime value)
    {
        value = default;
        if (!decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            || number is < MinSeconds or >= MaxMilliseconds)
        {
            return false;
        }

        long milliseconds = (long)(number < MinMilliseconds ? number * 1000 : number);
        value = DateTime.SpecifyKind(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime, DateTimeKind.Unspecified);
        return true;
    }
}
