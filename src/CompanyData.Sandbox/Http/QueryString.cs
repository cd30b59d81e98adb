namespace CompanyData.Sandbox.Http;

/// <summary>The parameters of a query; the first of a name counts.</summary>
internal sealed class QueryString(string query)
{
    private readonly KeyValuePair<string, string>[] _pairs = Parse(query);

    /// <summary>All parameters in the order they were sent in.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs => _pairs;

    /// <summary>By how many items a fault has moved the list since the previous page was read.</summary>
    public int Shift { get; set; }

    public string? this[string name] =>
        Array.Find(_pairs, pair => string.Equals(pair.Key, name, StringComparison.Ordinal)).Value;

    /// <summary>A whole number of at least 1, or null where the parameter is not given.</summary>
    public int? Number(string name) => this[name] switch
    {
        null => null,
        var text when int.TryParse(text, out var number) && number > 0 => number,
        _ => throw ApiException.Invalid($"{name} must be a whole number of at least 1.", name),
    };

    private static KeyValuePair<string, string>[] Parse(string query) =>
        [.. query.TrimStart('?').Split(['&'], StringSplitOptions.RemoveEmptyEntries).Select(ParsePair)];

    private static KeyValuePair<string, string> ParsePair(string pair)
    {
        var parts = pair.Replace('+', ' ').Split(['='], 2);
        return new(Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
