namespace CompanyData.Json;

/// <summary>Fields by their JSON name, in order. As text: <c>name=value</c> pairs.</summary>
public sealed class FieldMap : Dictionary<string, object?>
{
    public FieldMap()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    public override string ToString() => string.Join(", ", this.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={pair.Value}"));
}
