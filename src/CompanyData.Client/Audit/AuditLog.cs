namespace CompanyData.Audit;

/// <summary>Reads audit logs, and checks that they are as they were written.</summary>
public static class AuditLog
{
    /// <summary>The calls of one file, in its order, also while it is being written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="onUnreadable">Receives lines that cannot be read.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
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
                onUnreadable(new(path, line.Position, AuditProblemKind.Unreadable, $"Line {line.Position} of '{path}' cannot be read: it is cut off, or not a line of an audit log."));
            }
        }
    }

    /// <summary>What is not as it was written: nothing where the log is intact.</summary>
    /// <param name="paths">All files of one log.</param>
    /// <exception cref="IOException">One cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be read.</exception>
    public static IReadOnlyList<AuditProblem> Check(IReadOnlyCollection<string> paths) => AuditCheck.Run(paths);
}
