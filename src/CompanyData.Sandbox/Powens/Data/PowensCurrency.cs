using System.Text.Json;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>A currency: an object, not a code. [docs]</summary>
internal sealed record PowensCurrency(string Id, string Name, string Symbol)
{
    public static PowensCurrency Euro { get; } = new("EUR", "Euro", "€");

    public static PowensCurrency Dollar { get; } = new("USD", "US Dollar", "$");

    public static IReadOnlyList<PowensCurrency> All { get; } = [Euro, Dollar, new("GBP", "British Pound Sterling", "£")];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteFields(json);
        json.WriteEndObject();
    }

    public void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteString("symbol", Symbol);
        json.WriteBoolean("prefix", Id is not "EUR");
        json.WriteNumber("precision", 2);
    }
}
