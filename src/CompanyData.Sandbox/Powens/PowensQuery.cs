using System.Globalization;
using System.Text.RegularExpressions;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens;

/// <summary>Reads the parameters that many calls share.</summary>
internal static class PowensQuery
{
    private const int MostRows = 1000;
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"];

    /// <summary>The limit that lists of transactions and documents need, 1000 at most. [docs]</summary>
    public static int RequiredLimit(this QueryString query) => query.Limit() ?? throw PowensException.Missing(["limit"]);

    public static int? Limit(this QueryString query) => query["limit"] switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= MostRows => limit,
        _ => throw PowensException.Invalid("limit", $"it must be 1 to {MostRows}"),
    };

    public static long Offset(this QueryString query) => query["offset"] switch
    {
        null => 0,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) => offset + query.Shift,
        _ => throw PowensException.Invalid("offset", "it must be a whole number of at least 0"),
    };

    public static DateTime? Date(this QueryString query, string name) => query[name] is { } text ? ParseDate(name, text) : null;

    public static decimal? Amount(this QueryString query, string name) => query[name] switch
    {
        null => null,
        var text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) => amount,
        _ => throw PowensException.Invalid(name, "it must be a number"),
    };

    /// <summary>A flag is on where it is there at all, as in <c>?all</c>, unless it says otherwise.</summary>
    public static bool IsOn(this QueryString query, string name) => query[name] is not (null or "false" or "0");

    /// <summary>The names after <c>expand=</c>, those within brackets left out.</summary>
    public static ISet<string> Expand(this QueryString query) => new HashSet<string>(
        Regex.Replace(query["expand"] ?? "", @"\[[^\[\]]*\]", "", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Split([','], StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.Trim()),
        StringComparer.Ordinal);

    public static DateTime ParseDate(string name, string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw PowensException.Invalid(name, "it must be yyyy-MM-dd or yyyy-MM-dd HH:mm:ss");
}
