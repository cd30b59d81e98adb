namespace CompanyData.Audit;

/// <summary>
/// Finds lines of an audit log that were changed, removed, added or moved. An intact log is streamed; a damaged log is loaded
/// completely.
/// </summary>
/// <remarks>The chain has no key: anyone can check it, but rewriting the whole log and its seal leaves no trace.</remarks>
internal static class AuditCheck
{
    /// <param name="paths">All files of one log, in any order.</param>
    public static IReadOnlyList<AuditProblem> Run(IReadOnlyCollection<string> paths)
    {
        // Read the seals first, because the log may grow in the meantime.
        AuditLink[] seals = [.. paths.Select(AuditSeal.Read).OfType<AuditLink>()];
        string[] files = [.. paths.OrderBy(path => AuditReader.Read(path).FirstOrDefault()?.Entry?.Line ?? long.MaxValue)];
        IEnumerable<AuditLine> lines = files.SelectMany(AuditReader.Read);
        bool isIntact = IsIntact(lines, seals);
        List<AuditProblem> problems = isIntact ? [] : [.. new AuditChain([.. lines], seals).Problems()];
        if (seals.Length == 0)
        {
            problems.Add(NotSealed(files));
        }
        else if (!isIntact)
        {
            problems.AddRange(seals.SelectMany(seal => Compare(lines, seal)));
        }

        return problems;
    }

    /// <summary>Whether every line follows the one before it and agrees with the seals, none of which is beyond the last line.</summary>
    private static bool IsIntact(IEnumerable<AuditLine> lines, AuditLink[] seals)
    {
        AuditLink last = AuditLink.Start;
        foreach (AuditLine line in lines)
        {
            if (!line.IsWhole || line.Entry?.Previous != last.Hash || line.Entry.Line != last.Number + 1)
            {
                return false;
            }

            last = new AuditLink(last.Number + 1, line.Hash);
            AuditLink reached = last;
            if (Array.Exists(seals, seal => seal.Number == reached.Number && seal.Hash != reached.Hash))
            {
                return false;
            }
        }

        return Array.TrueForAll(seals, seal => seal.Number <= last.Number);
    }

    /// <summary>Compares the log with its seal. Lines after the seal are allowed: a process that ended before updating the seal leaves them.</summary>
    private static IEnumerable<AuditProblem> Compare(IEnumerable<AuditLine> lines, AuditLink seal)
    {
        AuditLine? last = null;
        long end = 0;
        foreach (AuditLine line in lines)
        {
            if (line.Entry?.Line == seal.Number && line.Hash != seal.Hash && line.IsWhole)
            {
                yield return new(line.Path, line.Position, AuditProblemKind.Changed, $"Line {line.Position} does not match the hash that the seal has for line {seal.Number}.");
            }

            last = line;
            end = Math.Max(end, line.Entry?.Line ?? 0);
        }

        if (last is not null && end < seal.Number)
        {
            yield return new(last.Path, last.Position + 1, AuditProblemKind.Removed, $"{AuditChain.Missing(seal.Number - end)} at the end, from line {end + 1} of the log.");
        }
    }

    private static AuditProblem NotSealed(string[] files) => new(
        files[files.Length - 1], null, AuditProblemKind.NotSealed, "The '.seal' file next to the log is missing, so lines missing at the end cannot be detected.");
}
