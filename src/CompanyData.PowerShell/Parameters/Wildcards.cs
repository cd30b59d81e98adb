using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>Matches filters with several wildcard patterns.</summary>
internal static class Wildcards
{
    /// <summary>Whether a text matches one of the patterns, ignoring case; null is treated as empty text.</summary>
    public static bool Match(IEnumerable<string> patterns, string? text)
        => patterns.Any(pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(text ?? string.Empty));
}
