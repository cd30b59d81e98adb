namespace CompanyData.Audit;

/// <summary>
/// Finds lines of an audit log that were changed, removed, added or moved. A log that is intact is streamed; for one
/// that is not, all of it is compared.
/// </summary>
/// <remarks>The chain needs no key: it shows changes to everybody, but somebody who rewrites the whole log and its seal leaves no trace.</remarks>
internal static class AuditCheck
{
    /// <param name="paths">All files of one log, in any order.</param>
    public static IReadOnlyList<AuditProblem> Run(IReadOnlyCollection<string> paths)
    {
        // The seals first: a log that is being written grows meanwhile.
        AuditLink[] seals = [.. paths.Select(AuditSeal.Read).OfType<AuditLink>()];
        string[] files = [.. paths.OrderBy(path => AuditReader.Read(path).FirstOrDefault()?.Entry?.Line ?? long.MaxValue)];
        IEnumerable<AuditLine> lines = files.SelectMany(AuditReader.Read);
        List<AuditProblem> problems = IsIntact(lines) ? [] : [.. new AuditChain([.. lines], seals).Problems()];
        problems.AddRange(seals.Length == 0 ? [NotSealed(files)] : seals.SelectMany(seal => Compare(lines, seal)));
        return problems;
    }

    private static bool IsIntact(IEnumerable<AuditLine> lines)
    {
        AuditLink last = AuditLink.Start;
        foreach (AuditLine line in lines)
        {
            if (!line.IsWhole || line.Entry?.Previous != last.Hash || line.Entry.Line != last.Number + 1)
            {
                return false;
            }

            last = new AuditLink(last.Number + 1, line.Hash);
        }

        return true;
    }

    /// <summary>Lines after the seal may be there: a process that ended between a line and the seal leaves them.</summary>
    private static IEnumerable<AuditProblem> Compare(IEnumerable<AuditLine> lines, AuditLink seal)
    {
        AuditLine? last = null;
        long end = 0;
        foreach (AuditLine line in lines)
        {
            if (line.Entry?.Line == seal.Number && line.Hash != seal.Hash && line.IsWhole)
            {
                yield return new(line.Path, line.Position, AuditProblemKind.Changed, $"Line {line.Position} is not the line {seal.Number} that the seal knows.");
            }

            last = line;
            end = Math.Max(end, line.Entry?.Line ?? 0);
        }

        if (last is not null && end < seal.Number)
        {
            yield return new(last.Path, last.Position + 1, AuditProblemKind.Removed, $"{seal.Number - end} line(s) at the end are missing, from line {end + 1} of the log on.");
        }
    }

    private static AuditProblem NotSealed(string[] files) => new(
        files[files.Length - 1], null, AuditProblemKind.NotSealed, "The file '.seal' beside the log is missing, so missing lines at the end would not show.");
}
