using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Names of data types as users type them.</summary>
internal static class DataTypeNames
{
    /// <summary>Upper case, without repetition.</summary>
    public static string[] Normalize(IEnumerable<string>? names)
        => [.. (names ?? []).Select(name => name.Trim().ToUpperInvariant()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>The list of types is open, so an unknown one is passed through, with a warning.</summary>
    public static void WarnAboutUnknown(IEnumerable<string> names, Action<string> warn)
    {
        foreach (string warning in WarningsOf(names))
        {
            warn(warning);
        }
    }

    /// <summary>As above, before a change is sent.</summary>
    public static async Task WarnAboutUnknownAsync(IEnumerable<string> names, CommandOutput output)
    {
        foreach (string warning in WarningsOf(names))
        {
            await output.WarnAsync(warning).ConfigureAwait(false);
        }
    }

    private static IEnumerable<string> WarningsOf(IEnumerable<string> names) => names
        .Where(name => QardDataType.Find(name) is null)
        .Select(name => $"'{name}' is not a data type that this version knows; it is sent as it stands.{Suggestion.For(name, QardDataType.All.Select(type => type.Name))}");
}
