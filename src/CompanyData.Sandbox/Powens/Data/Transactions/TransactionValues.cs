using System.Globalization;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>Which values a list asks for. [docs] A <c>value</c> is an amount, two of them as in <c>10|-10</c>, or <c>±10</c>. [docs 2021]</summary>
internal sealed class TransactionValues(QueryString query)
{
    private readonly decimal? _least = query.Amount("min_value");
    private readonly decimal? _most = query.Amount("max_value");
    private readonly bool? _income = query["income"] is null ? null : query.IsOn("income");
    private readonly decimal[]? _values = query["value"] is { } value ? Read(value) : null;

    public bool Any => _least is not null || _most is not null || _income is not null || _values is not null;

    public bool Fit(in PowensTransaction transaction)
    {
        var value = transaction.Value;
        return !(value < _least)
            && !(value > _most)
            && (_income is null || value > 0 == _income)
            && (_values is null || (value is { } amount && _values.Contains(amount)));
    }

    private static decimal[] Read(string text) => text.StartsWith("±", StringComparison.Ordinal)
        ? [Amount(text.Substring(1)), -Amount(text.Substring(1))]
        : [.. text.Split('|').Select(Amount)];

    private static decimal Amount(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
        ? amount
        : throw PowensException.Invalid("value", "it must be a number");
}
