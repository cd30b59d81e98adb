using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>A field whose shape no document tells: text, a number, a map or a list. It reads as text.</summary>
/// <param name="Value">As <see cref="ApiObject.GetAdditionalFields"/> gives values.</param>
[JsonConverter(typeof(FlexibleValueConverter))]
public sealed record FlexibleValue(object? Value)
{
    public override string ToString() => Value?.ToString() ?? string.Empty;
}
