namespace CompanyData.Reports;

/// <summary>A file of an export that has not been written yet.</summary>
/// <param name="Name">File name in the folder of the export.</param>
/// <param name="Description">Description of the write, for the confirmation prompt.</param>
/// <param name="SaveAsync">Writes the file atomically, given its path, whether to replace an existing file, and a token to cancel it.</param>
public sealed record ReportFile(string Name, string Description, Func<string, bool, CancellationToken, Task> SaveAsync);
