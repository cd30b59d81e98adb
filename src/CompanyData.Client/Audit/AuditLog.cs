namespace CompanyData.Audit;

/// <summary>Reads audit logs and checks their integrity.</summary>
public static class AuditLog
{
    /// <summary>Reads the calls of one file in order, also while it is being written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="onUnreadable">Receives a problem for each line that cannot be read.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Read access is denied.</exception>
    public static IEnumerable<AuditEntry> Read(string path, Action<AuditProblem> onUnreadable)
    {
        foreach (AuditLine line in AuditReader.Read(path))
        {
            if (line.Entry is { } entry)
            {
                entry.Path = path;
                yield return entry;
            }
            else
            {
                onUnreadable(new(path, line.Position, AuditProblemKind.Unreadable, $"Line {line.Position} of '{path}' cannot be read: it is cut off or is not a line of an audit log."));
            }
        }
    }

    /// <summary>Checks one log; returns an empty list if it is intact.</summary>
    /// <param name="paths">All files of one log, in any order.</param>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Read access to a file is denied.</exception>
    public static IReadOnlyList<AuditProblem> Check(IReadOnlyCollection<string> paths) => AuditCheck.Run(paths);
}
