using System.Text.Json;

namespace CompanyData.Sandbox.Faults;

/// <summary>The kinds of faults and their names: <c>connection-refused</c>, <c>html-as-json</c>.</summary>
public static class FaultKinds
{
    /// <summary>Every kind, in its order.</summary>
    public static IReadOnlyList<FaultKind> All { get; } =
#if NET
        Enum.GetValues<FaultKind>();
#else
        (FaultKind[])Enum.GetValues(typeof(FaultKind));
#endif

    /// <summary>The kind in small letters and hyphens.</summary>
    public static string NameOf(FaultKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>Reads names that are separated by commas.</summary>
    /// <exception cref="ArgumentException">A name does not match a kind.</exception>
    public static IReadOnlyList<FaultKind> Parse(string names) => Array.ConvertAll(
        (names ?? throw new ArgumentNullException(nameof(names))).Split(','), name => ParseOne(name.Trim()));

    private static FaultKind ParseOne(string name)
    {
        foreach (var kind in All)
        {
            if (string.Equals(NameOf(kind), name, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        throw new ArgumentException($"{name} is no kind of fault. The kinds: {string.Join(", ", All.Select(NameOf))}.", nameof(name));
    }
}
