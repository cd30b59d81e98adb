using System.Globalization;
using System.Text.RegularExpressions;
using CompanyData.Json;

namespace CompanyData.Dossiers;

/// <summary>A value with its display text and the key for comparison. The same value in another format has the same key.</summary>
/// <param name="Text">Display text.</param>
/// <param name="Key">Key for comparison; empty for an empty value.</param>
internal sealed record ComparedValue(string Text, string Key)
{
    private static readonly ComparedValue Nothing = new(string.Empty, string.Empty);

    private static readonly Regex Number = new(@"^-?(0|[1-9]\d*)(\.\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly Regex DayAtMidnight = new(
        @"^(?<day>\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?(Z|[+-]00:?00)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static ComparedValue From(object? value) => value switch
    {
        null => Nothing,
        bool flag => new(flag ? "true" : "false", flag ? "true" : "false"),
        long whole => FromNumber(whole),
        decimal number => FromNumber(number),
        Money money => new(money.ToString(), $"{Canonical(money.Value)} {TextKey.From(money.Currency)}"),
        FieldMap map => FromMap(map),
        ValueList<object?> list => FromList(list),
        _ => FromText(value.ToString() ?? string.Empty),
    };

    /// <summary>Formats an address in the usual order of its parts.</summary>
    public static ComparedValue FromAddress(FieldMap address)
    {
        string[] line = ["address_line1", "address_line2", "address_line_1", "line_1", "street", "address"];
        string[] place = ["postal_code", "zip_code", "city"];
        string[] parts =
        [
            .. line.Select(name => Part(address, name)),
            string.Join(" ", place.Select(name => Part(address, name)).Where(part => part.Length > 0)),
            .. address.Keys.Except([.. line, .. place], StringComparer.OrdinalIgnoreCase).Where(name => !ComparedFields.IsIgnored(name)).Select(name => Part(address, name)),
        ];
        string text = string.Join(", ", parts.Where(part => part.Length > 0));
        return new(text, TextKey.From(text));
    }

    private static string Part(FieldMap map, string name) => map.TryGetValue(name, out object? value) ? From(value).Text : string.Empty;

    private static ComparedValue FromNumber(decimal number) => new(Canonical(number), Canonical(number));

    private static string Canonical(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static ComparedValue FromText(string text)
    {
        string trimmed = text.Trim();
        if (Number.IsMatch(trimmed) && decimal.TryParse(trimmed, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number))
        {
            return new(trimmed, Canonical(number));
        }

        Match day = DayAtMidnight.Match(trimmed);
        trimmed = day.Success ? day.Groups["day"].Value : trimmed;
        return new(trimmed, TextKey.From(trimmed));
    }

    private static ComparedValue FromMap(FieldMap map)
    {
        (string Name, ComparedValue Value)[] fields = [.. map.Where(field => !ComparedFields.IsIgnored(field.Key)).Select(field => (field.Key, From(field.Value))).Where(field => field.Item2.Key.Length > 0)];
        return new(
            string.Join(", ", fields.Select(field => field.Value.Text)),
            string.Join("\n", fields.Select(field => $"{field.Name}={field.Value.Key}").OrderBy(field => field, StringComparer.Ordinal)));
    }

    /// <summary>The order of a list does not matter for its key.</summary>
    private static ComparedValue FromList(ValueList<object?> list)
    {
        ComparedValue[] items = [.. list.Select(From).Where(item => item.Key.Length > 0)];
        return new(string.Join("; ", items.Select(item => item.Text)), string.Join("\n\n", items.Select(item => item.Key).OrderBy(key => key, StringComparer.Ordinal)));
    }
}
