namespace CompanyData.Reports;

/// <summary>Something that a dossier tells.</summary>
/// <param name="Label">What it is, in words.</param>
/// <param name="Value">A scalar, a list of values, or a list of facts for an object within; never empty.</param>
internal sealed record Fact(string Label, object Value);
