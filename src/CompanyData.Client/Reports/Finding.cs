namespace CompanyData.Reports;

/// <summary>Something that a reader of a dossier should know.</summary>
/// <param name="Kind">How it weighs.</param>
/// <param name="What">A sentence.</param>
/// <param name="Remedy">What to do next, where known.</param>
/// <param name="Reference">By what a support finds it, where known.</param>
internal sealed record Finding(FindingKind Kind, string What, string? Remedy = null, string? Reference = null);
