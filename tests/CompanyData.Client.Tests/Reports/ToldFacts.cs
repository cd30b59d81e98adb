using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CompanyData.Collection;
using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Client.Tests.Reports;

/// <summary>Every fact of a dossier, found by walking through all that it holds, as a page may write it.</summary>
internal static class ToldFacts
{
    /// <summary>Fields of a person that have a column under another name; their values are told like all others.</summary>
    private static readonly HashSet<string> Columns = new(["first_name", "last_name", "birth_date", "nationality", "shares_percentage", "voting_rights_percentage"], StringComparer.Ordinal);

    public static IReadOnlyList<string> From(CompanyDossier dossier) => [.. Walk(dossier).Select(Plain).Where(fact => fact.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Names may be written as words, numbers with their thousands apart, and white space counts for nothing.</summary>
    public static string Plain(string text)
        => Regex.Replace(Regex.Replace(text, @"(?<=\d),(?=\d{3})", string.Empty).Replace('_', ' '), @"\s+", " ").Trim().ToUpperInvariant();

    private static IEnumerable<string> Walk(object? value) => value switch
    {
        null => [],
        string text => [text],
        bool flag => [flag ? "Yes" : "No"],
        DateTime { TimeOfDay.Ticks: 0 } date => [date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        DateTime time => [time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)],
        TimeSpan span => [((int)span.TotalSeconds).ToString(CultureInfo.InvariantCulture)],
        Money money => [money.Value.ToString("0.######", CultureInfo.InvariantCulture), money.Currency ?? string.Empty],
        decimal number => [number.ToString("0.######", CultureInfo.InvariantCulture)],
        Enum or int or long => [value.ToString()!],
        FlexibleValue flexible => Walk(flexible.Value),
        IDictionary map => map.Keys.Cast<string>().Where(key => map[key] is not null && !Columns.Contains(key)).Select(Words).Concat(map.Values.Cast<object?>().SelectMany(Walk)),
        IEnumerable list => list.Cast<object?>().SelectMany(Walk),
        ApiObject item => Properties(item).Concat(Walk(item.GetAdditionalFields())),
        CompanyDossier or DossierFailure => Properties(value),
        _ => throw new NotSupportedException($"Say here how a {value.GetType().Name} reads."),
    };

    private static IEnumerable<string> Properties(object item) => item.GetType().GetProperties()
        .Where(property => property.GetIndexParameters().Length == 0 && !IsOfTheRequest(property))
        .SelectMany(property => Walk(property.GetValue(item)));

    /// <summary>Whose data it is and of which type stands once, above it, and not on each item; what is made of two facts is told by them.</summary>
    private static bool IsOfTheRequest(PropertyInfo property)
        => (property.DeclaringType, property.Name) is var (type, name) && (type == typeof(QardUserData) || (type == typeof(QardCommerceSubscription) && name == "Every") || (type == typeof(QardRecord) && name == "DataType"));

    private static string Words(string name) => Regex.Replace(name, "[_ -]+", " ");
}
