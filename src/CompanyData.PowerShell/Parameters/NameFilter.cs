using System.Management.Automation;
using CompanyData.Transport;

namespace CompanyData.Parameters;

/// <summary>Selects items by a name or a wildcard pattern, ignoring case, and remembers whether there was any.</summary>
internal sealed class NameFilter(string name)
{
    private readonly WildcardPattern _pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
    private readonly bool _isPattern = WildcardPattern.ContainsWildcardCharacters(name);
    private readonly Suggestion _suggestion = new(name);
    private bool _isFound;

    public string Name { get; } = name;

    /// <summary>Whether this is a name without wildcards that no item has.</summary>
    public bool IsMissing => !_isPattern && !_isFound;

    /// <summary>A question with the closest name of an item, with a leading space; empty if none is close.</summary>
    public string Suggestion => $"{_suggestion}";

    public bool Matches(string? candidate)
    {
        bool matches = _pattern.IsMatch(candidate ?? string.Empty);
        _isFound |= matches;
        if (IsMissing && candidate is not null)
        {
            _suggestion.Consider(candidate);
        }

        return matches;
    }
}
