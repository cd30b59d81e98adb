namespace CompanyData.Json;

/// <summary>Fields by their name on the wire, in their order; reads as <c>name=value</c> pairs where only text fits.</summary>
public sealed class FieldMap : Dictionary<string, object?>
{
    public FieldMap()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    public override string ToString() => string.Join(", ", this.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={pair.Value}"));
}
