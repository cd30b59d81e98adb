using System.Text.Json;
using System.Text.RegularExpressions;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qonto.Inferred;

namespace CompanyData.Sandbox.Qonto.Rules;

/// <summary>
/// An object of a body, its JSON pointer, and the list of its errors. An absent or null field is null; a
/// field that violates a rule is null as well, and is listed. Fields without a rule are ignored.
/// </summary>
internal sealed class CheckedObject(JsonElement json, string pointer, List<QontoError> findings)
{
    public bool Has(string name) => json.Find(name) is not null;

    /// <summary>Puts a finding on the list once, however often the field is read.</summary>
    public void Add(string code, string detail, string name)
    {
        var place = PointerOf(name);
        if (!findings.Exists(finding => finding.Code == code && finding.Pointer == place))
        {
            findings.Add(new(code, detail, place));
        }
    }

    public void Require(string name)
    {
        if (!Has(name) || (json.Find(name) is { ValueKind: JsonValueKind.String } text && string.IsNullOrWhiteSpace(text.GetString())))
        {
            Add(QontoCodes.Required, $"{name} is required.", name);
        }
    }

    public string? Text(string name)
    {
        if (json.Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        WrongType(name, "a text");
        return null;
    }

    public string? TextIn(string name, IReadOnlyList<string> allowed)
    {
        if (Text(name) is not { } text || allowed.Contains(text, StringComparer.Ordinal))
        {
            return Text(name);
        }

        Add(QontoCodes.NotInList, $"{name} must be one of: {string.Join(", ", allowed)}.", name);
        return null;
    }

    public string? TextLike(string name, Regex form, string what)
    {
        if (Text(name) is not { } text || form.IsMatch(text))
        {
            return Text(name);
        }

        Add(QontoCodes.InvalidFormat, $"{name} must be {what}.", name);
        return null;
    }

    public string? Country(string name) => TextLike(name, Formats.Country, "an ISO country code of two letters");

    public DateTimeOffset? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Formats.TryParseDate(text, out var date))
        {
            return date;
        }

        Add(QontoCodes.InvalidFormat, $"{name} must be an ISO 8601 date.", name);
        return null;
    }

    public bool? Flag(string name)
    {
        if (json.Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        WrongType(name, "true or false");
        return null;
    }

    public CheckedObject? Object(string name)
    {
        if (json.Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new CheckedObject(value, PointerOf(name), findings);
        }

        WrongType(name, "an object");
        return null;
    }

    public IReadOnlyList<CheckedObject>? List(string name)
    {
        if (json.Find(name) is not { } list)
        {
            return null;
        }

        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object))
        {
            WrongType(name, "a list of objects");
            return null;
        }

        return [.. list.EnumerateArray().Select((item, index) => new CheckedObject(item, $"{PointerOf(name)}/{index}", findings))];
    }

    /// <summary>The decimal text of <c>{value, currency}</c>. [seed]</summary>
    public string? Money(string name)
    {
        if (Object(name) is not { } money)
        {
            return null;
        }

        money.Require("value");
        money.TextIn("currency", [QontoTerms.Euro]);
        return money.Amount("value");
    }

    public string? Amount(string name) => TextLike(name, Formats.Amount, "an amount as decimal text");

    public bool IsObject(string name) => json.Find(name) is { ValueKind: JsonValueKind.Object };

    private string PointerOf(string name) => $"{pointer}/{name}";

    private void WrongType(string name, string wanted) => Add(QontoCodes.InvalidType, $"{name} must be {wanted}.", name);
}
