using System.Buffers.Text;
using System.Text.Json;

namespace CompanyData.Json;

/// <summary>
/// Reads the usual form of a time, <c>yyyy-MM-dd HH:mm:ss</c> without a zone, or a date, straight from the bytes: lists have a time in each item,
/// and reading it as text takes twenty times as long. Every other form is left to the caller.
/// </summary>
internal static class PlainTime
{
    private const int DateLength = 10;
    private const int TimeLength = 19;

    /// <returns>False if the value is not text of this form, or not a time.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, out DateTime value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && TryParse(reader.ValueSpan, out value);
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        bool hasTime = text.Length == TimeLength;
        if ((!hasTime && text.Length != DateLength)
            || !TryParse(text, 0, 4, out int year) || text[4] != '-'
            || !TryParse(text, 5, 2, out int month) || text[7] != '-'
            || !TryParse(text, 8, 2, out int day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        int hour = 0, minute = 0, second = 0;
        if (hasTime && (text[10] is not ((byte)' ' or (byte)'T')
            || !TryParse(text, 11, 2, out hour) || hour > 23 || text[13] != ':'
            || !TryParse(text, 14, 2, out minute) || minute > 59 || text[16] != ':'
            || !TryParse(text, 17, 2, out second) || second > 59))
        {
            return false;
        }

        value = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);
        return true;
    }

    /// <summary>Reads digits only; a sign would be a digit too few.</summary>
    private static bool TryParse(ReadOnlySpan<byte> text, int start, int length, out int number)
    {
        bool isNumber = Utf8Parser.TryParse(text.Slice(start, length), out uint parsed, out int read) && read == length;
        number = (int)parsed;
        return isNumber;
    }
}
