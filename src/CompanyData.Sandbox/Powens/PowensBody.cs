using System.Globalization;
using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens;

/// <summary>The fields of a JSON or form body. A form knows texts only, so that numbers and flags are read out of texts. [seed]</summary>
internal sealed class PowensBody
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);

    public PowensBody(SandboxCall call)
    {
        if (call.IsForm)
        {
            foreach (var pair in new QueryString(call.BodyText).Pairs)
            {
                _fields[pair.Key] = JsonSerializer.SerializeToElement(pair.Value);
            }

            return;
        }

        foreach (var property in call.ReadBody().EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            _fields[property.Name] = property.Value;
        }
    }

    public bool IsEmpty => _fields.Count == 0;

    public IEnumerable<string> Names => _fields.Keys;

    public JsonElement? Find(string name) => _fields.TryGetValue(name, out var value) ? value : null;

    public string? Text(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value => value.GetRawText(),
        _ => throw PowensException.Invalid(name, "it must be a text"),
    };

    public bool Has(string name) => !string.IsNullOrEmpty(Text(name));

    public string Required(string name)
    {
        Require([name]);
        return Text(name)!;
    }

    /// <summary>Refuses with the names of all that are missing.</summary>
    public void Require(IEnumerable<string> names)
    {
        var missing = names.Where(name => !Has(name)).ToList();
        if (missing.Count > 0)
        {
            throw PowensException.Missing(missing);
        }
    }

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" or "True" or "1" => true,
        "false" or "False" or "0" => false,
        _ => throw PowensException.Invalid(name, "it must be true or false"),
    };

    public long? Number(string name) => Text(name) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw PowensException.Invalid(name, "it must be a whole number"),
    };

    public DateTime? Date(string name) => Text(name) is { } text ? PowensQuery.ParseDate(name, text) : null;
}
