namespace CompanyData.Reports;

/// <summary>Something that a dossier tells.</summary>
/// <param name="Name">Of the field, on the object or on the wire; names with points between them for a field within a field.</param>
/// <param name="Value">A scalar, a list of values, or a list of facts for an object within; never empty.</param>
internal sealed record Fact(string Name, object Value)
{
    /// <summary>What the service calls it by, and nobody else.</summary>
    public bool IsIdentifier => Dossiers.ComparedFields.PropertyName(Name) is var name && (name.EndsWith("Id", StringComparison.Ordinal)) && Value is string;
}
