namespace CompanyData.Audit;

/// <summary>Something in an audit log or a folder of dossiers that is not as it was written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line of that file, from 1; null where it is about the file.</param>
/// <param name="Kind">One of <see cref="AuditProblemKind"/>.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
public sealed record AuditProblem(string Path, long? Line, string Kind, string Message);
