using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>An exact amount with its currency, where the service told one. Source: qard.md, "money".</summary>
/// <param name="Value">In units of the currency, not in cents.</param>
/// <param name="Currency">ISO 4217 code; null where a bare number came.</param>
[JsonConverter(typeof(MoneyConverter))]
public sealed record Money(decimal Value, string? Currency) : IComparable<Money>, IComparable
{
    /// <summary>A bare number. PowerShell finds this where an amount is compared with a whole or a floating number.</summary>
    public Money(double value)
        : this((decimal)value, Currency: null)
    {
    }

    /// <summary>A bare number. PowerShell finds this where an amount is compared with a decimal one.</summary>
    public Money(decimal value)
        : this(value, Currency: null)
    {
    }

    public int CompareTo(Money? other) => other is null ? 1 : Value.CompareTo(other.Value);

    /// <summary>Amounts and bare numbers compare by value, so that <c>Where-Object Amount -lt 0</c> reads naturally.</summary>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Money other => CompareTo(other),
        IConvertible number => Value.CompareTo(number.ToDecimal(CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException("An amount compares with an amount or a number.", nameof(obj)),
    };

    public static bool operator <(Money left, Money right) => Comparer<Money>.Default.Compare(left, right) < 0;

    public static bool operator >(Money left, Money right) => Comparer<Money>.Default.Compare(left, right) > 0;

    public static bool operator <=(Money left, Money right) => Comparer<Money>.Default.Compare(left, right) <= 0;

    public static bool operator >=(Money left, Money right) => Comparer<Money>.Default.Compare(left, right) >= 0;

    public override string ToString()
    {
        string value = Value.ToString(CultureInfo.InvariantCulture);
        return Currency is null ? value : $"{value} {Currency}";
    }

    /// <summary>True for an object of exactly <c>value</c> and <c>currency</c>.</summary>
    internal static bool TryRead(JsonElement element, [NotNullWhen(true)] out Money? money)
    {
        money = null;
        if (element.EnumerateObject().Count() == 2
            && element.TryGetProperty("value", out JsonElement value) && value.ValueKind == JsonValueKind.Number
            && element.TryGetProperty("currency", out JsonElement currency) && currency.ValueKind == JsonValueKind.String
            && value.TryGetDecimal(out decimal number))
        {
            money = new(number, currency.GetString());
        }

        return money is not null;
    }
}
