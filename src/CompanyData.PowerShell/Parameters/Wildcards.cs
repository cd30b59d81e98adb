using System.Management.Automation;

namespace CompanyData.Parameters;

/// <summary>Filters that take several patterns.</summary>
internal static class Wildcards
{
    /// <summary>Whether a text fits one of the patterns, whatever the case; a missing text fits what anything fits.</summary>
    public static bool Match(IEnumerable<string> patterns, string? text)
        => patterns.Any(pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(text ?? string.Empty));
}
