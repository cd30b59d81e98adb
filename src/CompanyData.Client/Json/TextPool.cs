using System.Text.Json;
#if !NETSTANDARD
using System.Text;
#endif

namespace CompanyData.Json;

/// <summary>
/// Gives one string for equal texts of a list, such as its currencies and states, in place of a new one for each item. Only for fields that
/// repeat and are not secret, because the pool outlives the session.
/// </summary>
internal static class TextPool
{
#if NETSTANDARD
    public static string? Read(ref Utf8JsonReader reader) => TextConverter.ReadText(ref reader);
#else
    private const int Size = 256;
    private const int MaxLength = 40;

    /// <summary>The last text of each hash. Threads may replace each other's texts, which costs one more string.</summary>
    private static readonly string?[] Texts = new string?[Size];

    public static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueSpan.Length > MaxLength)
        {
            return TextConverter.ReadText(ref reader);
        }

        HashCode hash = default;
        hash.AddBytes(reader.ValueSpan);
        ref string? text = ref Texts[(uint)hash.ToHashCode() % Size];
        string? known = text;
        return known is not null && Ascii.Equals(reader.ValueSpan, known) && !reader.ValueIsEscaped ? known : text = TextConverter.ReadText(ref reader);
    }
#endif
}
