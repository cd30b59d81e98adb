using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Qonto;

/// <summary>An amount as decimal text, exactly as in the JSON (qonto.md: never binary floating point).</summary>
/// <param name="Value">Amount in units of the currency, such as <c>1023.43</c>.</param>
/// <param name="Currency">ISO 4217 code; null if the service sent only the amount.</param>
[JsonConverter(typeof(QontoAmountConverter))]
public sealed record QontoAmount(string Value, string? Currency)
{
    /// <summary>Converts the amount for calculations; returns null if the text is not a decimal number.</summary>
    public decimal? ToDecimal() => decimal.TryParse(Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal value) ? value : null;

    public override string ToString() => Currency is null ? Value : $"{Value} {Currency}";
}
