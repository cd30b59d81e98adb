namespace CompanyData.Json;

/// <summary>A list whose text form shows its items, for example in a CSV cell.</summary>
public sealed class ValueList<T> : List<T>
{
    public ValueList()
    {
    }

    public ValueList(IEnumerable<T> items)
        : base(items)
    {
    }

    public override string ToString() => string.Join("; ", this);
}
