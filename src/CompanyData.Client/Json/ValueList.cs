namespace CompanyData.Json;

/// <summary>A list that reads as words where only text fits, such as a cell of a CSV file.</summary>
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
