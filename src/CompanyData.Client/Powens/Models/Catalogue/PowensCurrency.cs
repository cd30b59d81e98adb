using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>A currency. Source: powens.md, currencies [docs]; fields [docs 2021].</summary>
public sealed class PowensCurrency : ApiObject
{
    /// <summary>The ISO 4217 code.</summary>
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Symbol { get; set; }

    public bool? Prefix { get; set; }

    public long? Precision { get; set; }

    public bool? Crypto { get; set; }

    /// <summary>The code of a currency that is an object or a text.</summary>
    internal static string? CodeOf(FlexibleValue? currency)
        => (currency?.Value as FieldMap)?.TryGetValue("id", out object? code) == true ? code as string : currency?.Value as string;

    public override string ToString() => Id ?? string.Empty;
}
