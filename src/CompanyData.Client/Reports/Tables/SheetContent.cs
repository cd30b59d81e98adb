namespace CompanyData.Reports;

/// <summary>What a sheet of a workbook shows.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Count">Number of rows.</param>
/// <param name="Lengths">Number of characters of the longest value of each column; null if unknown.</param>
internal sealed record SheetContent(ReportTable Table, IEnumerable<object?[]> Rows, int Count, IReadOnlyList<int>? Lengths = null);
