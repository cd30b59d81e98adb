using System.Globalization;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>An exact amount with its currency. Source: qard.md, "money".</summary>
/// <param name="Value">Amount in units of the currency, not in cents.</param>
/// <param name="Currency">ISO 4217 code; null if the service sent only a number.</param>
[JsonConverter(typeof(MoneyConverter))]
public sealed record Money(decimal Value, string? Currency) : IComparable<Money>, IComparable
{
    /// <summary>An amount without currency. PowerShell uses this constructor to compare an amount with an integer or floating-point number.</summary>
    public Money(double value)
        : this((decimal)value, Currency: null)
    {
    }

    /// <summary>An amount without currency. PowerShell uses this constructor to compare an amount with a decimal number.</summary>
    public Money(decimal value)
        : this(value, Currency: null)
    {
    }

    public int CompareTo(Money? other) => other is null ? 1 : Value.CompareTo(other.Value);

    /// <summary>Compares with amounts and numbers by value, so that <c>Where-Object Amount -lt 0</c> works.</summary>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Money other => CompareTo(other),
        IConvertible number => Value.CompareTo(number.ToDecimal(CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException("An amount can only be compared with an amount or a number.", nameof(obj)),
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

    /// <summary>Converts an object with exactly the fields <c>value</c> and <c>currency</c>; returns null for any other.</summary>
    internal static Money? From(FieldMap map)
    {
        if (map.Count != 2 || !map.Keys.Contains("value", StringComparer.Ordinal) || !map.Keys.Contains("currency", StringComparer.Ordinal)
            || map["currency"] is not string currency)
        {
            return null;
        }

        return map["value"] switch
        {
            long whole => new(whole, currency),
            decimal number => new(number, currency),
            _ => null,
        };
    }
}
