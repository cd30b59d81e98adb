namespace CompanyData.Audit;

/// <summary>Follows the chain of a damaged log from line to line, wherever the lines stand, and says what does not fit.</summary>
/// <param name="lines">In the order of the files.</param>
/// <param name="seals">What is known to be the end of the log, or was when its process ended.</param>
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
                yield return Problem(line, AuditProblemKind.Unreadable, "is cut off, or is not a line of an audit log");
            }
            else if (!next.Follows && line.Entry.Line > last.Number + 1)
            {
                long count = line.Entry.Line.Value - last.Number - 1;
                yield return Problem(line, AuditProblemKind.Removed, $"does not follow the line before it: {count} line(s) are missing, from line {last.Number + 1} of the log on");
            }
            else if (!next.Follows && current >= 0 && line.Entry.Line == last.Number + 1 && next.Index > current && !seals.Contains(last))
            {
                yield return Problem(lines[current], AuditProblemKind.Changed, "is not the line that the next one refers to: it was changed, or that reference was");
            }
            else if (!next.Follows)
            {
                yield return Problem(line, AuditProblemKind.Added, "follows no line of the log");
            }
            else if (next.Index < furthest)
            {
                yield return Problem(line, AuditProblemKind.Reordered, $"is line {line.Entry.Line} of the log and stands in the wrong place");
            }

            furthest = Math.Max(furthest, next.Index);
            current = next.Index;
            last = new AuditLink(line.Entry?.Line ?? last.Number, line.Hash);
        }
    }

    /// <summary>
    /// The line that refers to the last one, where there are several rather one that others refer to and that stands after it; where there
    /// is none, the next one in the file.
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

    private static AuditProblem Problem(AuditLine line, string kind, string what) => new(line.Path, line.Position, kind, $"Line {line.Position} {what}.");
}
