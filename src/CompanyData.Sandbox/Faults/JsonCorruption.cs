using System.Text;
using System.Text.Json;

namespace CompanyData.Sandbox.Faults;

/// <summary>Changes the start of a JSON text, byte by byte, so that everything after it stays unchanged.</summary>
internal static class JsonCorruption
{
    private static readonly byte[] Unknown = Encoding.UTF8.GetBytes("\"ON_HOLD_OF_THE_SANDBOX\"");

    /// <summary>Repeats the first item of the list.</summary>
    /// <returns>Null if there is no list with an item.</returns>
    public static byte[]? RepeatFirstItem(byte[] start)
    {
        var reader = new Utf8JsonReader(start, isFinalBlock: false, state: default);
        while (reader.Read() && reader.CurrentDepth <= 1)
        {
            if (reader.TokenType is not JsonTokenType.StartArray)
            {
                continue;
            }

            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            {
                return null;
            }

            var first = (int)reader.TokenStartIndex;
            if (!reader.TrySkip())
            {
                return null;
            }

            var item = start.AsSpan(first, (int)reader.BytesConsumed - first);
            return [.. start.AsSpan(0, first), .. item, (byte)',', .. start.AsSpan(first)];
        }

        return null;
    }

    /// <summary>Gives every <c>status</c> and <c>state</c> an unknown value.</summary>
    /// <returns>Null where there is none.</returns>
    public static byte[]? ReplaceStatuses(byte[] start)
    {
        var reader = new Utf8JsonReader(start, isFinalBlock: false, state: default);
        List<byte> replaced = [];
        int copied = 0;
        while (reader.Read())
        {
            var isStatus = reader.TokenType is JsonTokenType.PropertyName && (reader.ValueTextEquals("status") || reader.ValueTextEquals("state"));
            if (isStatus && reader.Read() && reader.TokenType is JsonTokenType.String)
            {
                replaced.AddRange(start.AsSpan(copied, (int)reader.TokenStartIndex - copied).ToArray());
                replaced.AddRange(Unknown);
                copied = (int)reader.BytesConsumed;
            }
        }

        if (copied == 0)
        {
            return null;
        }

        replaced.AddRange(start.AsSpan(copied).ToArray());
        return [.. replaced];
    }
}
