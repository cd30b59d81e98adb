namespace CompanyData.Reports;

/// <summary>Something that a dossier tells.</summary>
/// <param name="Label">What it is, in words.</param>
/// <param name="Value">A scalar, a list, or an object with facts of its own; never empty.</param>
internal sealed record Fact(string Label, object Value);
