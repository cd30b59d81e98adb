using System.Text.Json.Serialization;

namespace CompanyData.Powens;

/// <summary>A page of any list; the name of its array depends on the list.</summary>
internal sealed class PowensPage<T>
{
    [JsonIgnore]
    public List<T>? Items { get; private set; }

    /// <summary>A page that was read in another way.</summary>
    public static PowensPage<T> From(List<T> items, decimal? total = null) => new() { Items = items, Total = total };

    [JsonPropertyName("_links")]
    public PowensLinks? Links { get; set; }

    /// <summary>Number of items in the whole list; null if the domain does not disclose it.</summary>
    public decimal? Total { get; set; }

    /// <summary>For transactions: date of the first transaction on record.</summary>
    public DateTime? FirstDate { get; set; }

    /// <summary>For transactions: first date in the result.</summary>
    public DateTime? ResultMinDate { get; set; }

    public List<T>? Connectors
    {
        get => null;
        set => Take<PowensConnector>(value);
    }

    public List<T>? Users
    {
        get => null;
        set => Take<PowensUser>(value);
    }

    public List<T>? Connections
    {
        get => null;
        set => Take<PowensConnection>(value);
    }

    public List<T>? Accounts
    {
        get => null;
        set => Take<PowensAccount>(value);
    }

    public List<T>? Transactions
    {
        get => null;
        set => Take<PowensTransaction>(value);
    }

    public List<T>? Investments
    {
        get => null;
        set => Take<PowensInvestment>(value);
    }

    public List<T>? Subscriptions
    {
        get => null;
        set => Take<PowensSubscription>(value);
    }

    public List<T>? Documents
    {
        get => null;
        set => Take<PowensDocument>(value);
    }

    /// <summary>A response may contain other lists in addition to its own.</summary>
    private void Take<TOwn>(List<T>? items)
    {
        if (typeof(T) == typeof(TOwn))
        {
            Items = items;
        }
    }
}
