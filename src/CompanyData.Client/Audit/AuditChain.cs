namespace CompanyData.Audit;

/// <summary>Follows the hash chain of a damaged log, independent of the order of its lines, and reports every break.</summary>
/// <param name="lines">All lines, in the order of the files.</param>
/// <param name="seals">Known ends of the log, current or from the end of an earlier process.</param>
internal sealed class AuditChain(IReadOnlyList<AuditLine> lines, IReadOnlyCollection<AuditLink> seals)
{
    private readonly ILookup<string, int> _followers = Enumerable.Range(0, lines.Count)
        .Where(index => lines[index].Entry?.Previous is not null)
        .ToLookup(index => lines[index].Entry!.Previous!, StringComparer.Ordinal);

    private readonly bool[] _isSeen = new bool[lines.Count];

    public IEnumerable<AuditProblem> Problems()
    {
        AuditLink last = AuditLink.Start;
        int current = -1;
        int furthest = -1;
        while (Next(last, current) is { Index: >= 0 } next)
        {
            AuditLine line = lines[next.Index];
            _isSeen[next.Index] = true;
            if (line.Entry is null || !line.IsWhole)
            {
                yield return Problem(line, AuditProblemKind.Unreadable, "is cut off or is not a line of an audit log");
            }
            else if (!next.Follows && line.Entry.Line > last.Number + 1)
            {
                long count = line.Entry.Line.Value - last.Number - 1;
                yield return Problem(line, AuditProblemKind.Removed, $"does not follow the previous line: {Missing(count)}, from line {last.Number + 1} of the log");
            }
            else if (!next.Follows && current >= 0 && line.Entry.Line == last.Number + 1 && next.Index > current && !seals.Contains(last))
            {
                yield return Problem(lines[current], AuditProblemKind.Changed, "does not match the hash in the next line: one of the two was changed");
            }
            else if (!next.Follows)
            {
                yield return Problem(line, AuditProblemKind.Added, "does not follow any line of the log");
            }
            else if (next.Index < furthest)
            {
                yield return Problem(line, AuditProblemKind.Reordered, $"is line {line.Entry.Line} of the log and is in the wrong place");
            }

            furthest = Math.Max(furthest, next.Index);
            current = next.Index;
            last = new AuditLink(line.Entry?.Line ?? last.Number, line.Hash);
        }
    }

    /// <summary>
    /// Returns the line that refers to the last one; of several, preferably one that is referred to itself and comes after the current line.
    /// If there is none, returns the next line in the file.
    /// </summary>
    private (int Index, bool Follows) Next(AuditLink last, int current)
    {
        int[] followers = [.. _followers[last.Hash].Where(index => !_isSeen[index])
            .OrderByDescending(index => _followers.Contains(lines[index].Hash))
            .ThenByDescending(index => index > current)];
        return followers.Length > 0 ? (followers[0], true) : (NextInFile(current), false);
    }

    private int NextInFile(int current)
    {
        int next = Array.IndexOf(_isSeen, false, current + 1);
        return next >= 0 ? next : Array.IndexOf(_isSeen, false);
    }

    public static string Missing(long count) => count == 1 ? "1 line is missing" : $"{count} lines are missing";

    private static AuditProblem Problem(AuditLine line, string kind, string what) => new(line.Path, line.Position, kind, $"Line {line.Position} {what}.");
}
