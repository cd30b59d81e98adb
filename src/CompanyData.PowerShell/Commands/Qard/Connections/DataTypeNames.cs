using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>Reads names of data types given by users.</summary>
internal static class DataTypeNames
{
    private static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n'];

    /// <summary>Converts names to upper case, splits lists in one text, and removes duplicates.</summary>
    public static string[] Normalize(IEnumerable<string>? names)
        => [.. (names ?? []).SelectMany(name => name.Split(Separators)).Select(name => name.ToUpperInvariant()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Creates a warning for each unknown type; unknown types are sent unchanged.</summary>
    public static void WarnAboutUnknown(IEnumerable<string> names, Action<string> warn)
    {
        foreach (string warning in WarningsOf(names))
        {
            warn(warning);
        }
    }

    /// <summary>Writes the warnings before a change is sent.</summary>
    public static async Task WarnAboutUnknownAsync(IEnumerable<string> names, CommandOutput output)
    {
        foreach (string warning in WarningsOf(names))
        {
            await output.WarnAsync(warning).ConfigureAwait(false);
        }
    }

    private static IEnumerable<string> WarningsOf(IEnumerable<string> names) => names
        .Where(name => QardDataType.Find(name) is null)
        .Select(name => $"'{name}' is not a data type that this version knows; it is sent unchanged.{Suggestion.For(name, QardDataType.All.Select(type => type.Name))}");
}
