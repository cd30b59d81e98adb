namespace CompanyData.Reports;

/// <summary>A file of an export, to be written.</summary>
/// <param name="Name">In the folder of the export.</param>
/// <param name="Description">What writing it does, as a prompt for confirmation says it.</param>
/// <param name="SaveAsync">Writes it whole or not at all, given the path and whether a file that is there already is replaced.</param>
public sealed record ReportFile(string Name, string Description, Func<string, bool, Task> SaveAsync);
