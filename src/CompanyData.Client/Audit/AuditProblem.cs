namespace CompanyData.Audit;

/// <summary>An integrity problem in an audit log or a folder of dossiers.</summary>
/// <param name="Path">The affected file.</param>
/// <param name="Line">Line number in the file, from 1; null if the problem concerns the whole file.</param>
/// <param name="Kind">One of <see cref="AuditProblemKind"/>.</param>
/// <param name="Message">The problem in one sentence.</param>
public sealed record AuditProblem(string Path, long? Line, string Kind, string Message);
