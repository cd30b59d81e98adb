using System.Text.RegularExpressions;

namespace CompanyData.Qard;

/// <summary>The number of a French company: nine digits. Check digits are not verified, because services accept numbers without valid ones.</summary>
public static class SirenNumber
{
    public static bool IsValid(string? text) => text is { Length: 9 } && text.All(c => c is >= '0' and <= '9');

    /// <summary>Removes the spaces that people write between the groups of three; anything else stays as it is.</summary>
    /// <returns>Null for a text without any other character.</returns>
    public static string? Normalize(string? text)
        => text is null ? null : Regex.Replace(text, "[\\s\u00A0]", string.Empty, RegexOptions.None, TimeSpan.FromSeconds(1)) is { Length: > 0 } number ? number : null;
}
