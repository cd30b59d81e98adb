using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>Matches filters with several wildcard patterns.</summary>
internal static class Wildcards
{
    /// <summary>Tells whether a text matches one of the patterns, ignoring case; null is treated as empty text.</summary>
    public static Func<string?, bool> Matcher(params string[] patterns)
    {
        WildcardPattern[] all = Array.ConvertAll(patterns, pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase));
        return text => Array.Exists(all, pattern => pattern.IsMatch(text ?? string.Empty));
    }
}
