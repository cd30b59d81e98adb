namespace CompanyData.Reports;

/// <summary>A named value of a dossier.</summary>
/// <param name="Name">Name of the property or JSON field; names separated by points for a nested field.</param>
/// <param name="Value">A scalar, a list of values, or a list of facts for a nested object; never empty.</param>
internal sealed record Fact(string Name, object Value)
{
    /// <summary>Whether the value is a technical id of the service.</summary>
    public bool IsIdentifier => Dossiers.ComparedFields.PropertyName(Name) is var name && (name.EndsWith("Id", StringComparison.Ordinal)) && Value is string;
}
