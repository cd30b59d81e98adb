using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Names of data types as users type them.</summary>
internal static class DataTypeNames
{
    /// <summary>Upper case, without repetition.</summary>
    public static string[] Normalize(IEnumerable<string>? names)
        => [.. (names ?? []).Select(name => name.Trim().ToUpperInvariant()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>The list of types is open, so an unknown one is passed through, with a word about it.</summary>
    public static void WarnAboutUnknown(IEnumerable<string> names, Action<string> warn)
    {
        foreach (string name in names.Where(name => QardDataType.Find(name) is null))
        {
            warn($"'{name}' is not a data type that this version knows; it is sent as it stands.");
        }
    }
}
