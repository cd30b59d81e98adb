using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>A field of undocumented shape: text, a number, a map or a list.</summary>
/// <param name="Value">A value of the types that <see cref="ApiObject.GetAdditionalFields"/> returns.</param>
[JsonConverter(typeof(FlexibleValueConverter))]
public sealed record FlexibleValue(object? Value)
{
    public override string ToString() => Value?.ToString() ?? string.Empty;
}
