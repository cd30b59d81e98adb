using System.Text.Json.Serialization;

namespace CompanyData.Powens;

/// <summary>A page of any list: each names its array after what is in it.</summary>
internal sealed class PowensPage<T>
{
    [JsonIgnore]
    public List<T>? Items { get; private set; }

    [JsonPropertyName("_links")]
    public PowensLinks? Links { get; set; }

    public List<T>? Connectors
    {
        get => null;
        set => Items = value;
    }

    public List<T>? Users
    {
        get => null;
        set => Items = value;
    }

    public List<T>? Connections
    {
        get => null;
        set => Items = value;
    }

    public List<T>? Accounts
    {
        get => null;
        set => Items = value;
    }

    public List<T>? Transactions
    {
        get => null;
        set => Items = value;
    }

    public List<T>? Investments
    {
        get => null;
        set => Items = value;
    }

    public List<T>? Subscriptions
    {
        get => null;
        set => Items = value;
    }

    public List<T>? Documents
    {
        get => null;
        set => Items = value;
    }
}
