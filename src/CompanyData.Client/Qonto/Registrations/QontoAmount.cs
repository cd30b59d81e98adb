using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Qonto;

/// <summary>An amount as decimal text, exactly as it is written on the wire (qonto.md: never binary floating point).</summary>
/// <param name="Value">Such as <c>1023.43</c>.</param>
/// <param name="Currency">ISO 4217; null where a bare amount came.</param>
[JsonConverter(typeof(QontoAmountConverter))]
public sealed record QontoAmount(string Value, string? Currency)
{
    /// <summary>For calculations; null where the text is no decimal number.</summary>
    public decimal? ToDecimal() => decimal.TryParse(Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal value) ? value : null;

    public override string ToString() => Currency is null ? Value : $"{Value} {Currency}";
}
