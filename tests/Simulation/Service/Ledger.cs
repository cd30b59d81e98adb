using System.Text.Json;

namespace CompanyData.Simulation;

/// <summary>
/// Compares what was sent with what the audit log says. Every request that changes something has to be counted by some line; only what
/// was under way when its process died, and what a process has handed to its user because it could not be written, may be missing.
/// </summary>
internal sealed class Ledger
{
    private readonly Dictionary<Change, int> _sent = [];
    private readonly Dictionary<Change, int> _excused = [];
    private Dictionary<Change, int> _sentByProcess = [];
    private SimulatedProcess? _process;

    public void Sent(SimulatedProcess process, Change? change)
    {
        if (change is null)
        {
            return;
        }

        if (_process != process)
        {
            (_process, _sentByProcess) = (process, []);
        }

        Add(_sent, change, 1);
        Add(_sentByProcess, change, 1);
    }

    /// <param name="process">Which has died.</param>
    /// <param name="written">The lines that it had written until then, but for one that it was writing.</param>
    public void Died(SimulatedProcess process, byte[] written)
    {
        Dictionary<Change, int> audited = Count(written);
        foreach ((Change change, int count) in _process == process ? _sentByProcess : [])
        {
            Add(_excused, change, Math.Max(0, count - audited.GetValueOrDefault(change)));
        }
    }

    /// <summary>Lines that could not be written were handed to the user.</summary>
    public void Returned(IEnumerable<string> lines)
    {
        foreach ((Change change, int count) in Count(System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))))
        {
            Add(_excused, change, count);
        }
    }

    /// <exception cref="ViolationException">A change is missing.</exception>
    public void Check(byte[] audit)
    {
        Dictionary<Change, int> audited = Count(audit);
        foreach ((Change change, int count) in _sent)
        {
            int known = audited.GetValueOrDefault(change) + _excused.GetValueOrDefault(change);
            if (known < count)
            {
                throw new ViolationException("every change audited", $"{change} was sent {count} times, of which {known} are accounted for");
            }
        }
    }

    private static Dictionary<Change, int> Count(byte[] audit)
    {
        Dictionary<Change, int> counts = [];
        foreach (string line in System.Text.Encoding.UTF8.GetString(audit).Split('\n'))
        {
            if (Read(line) is { } entry)
            {
                Add(counts, entry.Change, entry.Attempts);
            }
        }

        return counts;
    }

    private static (Change Change, int Attempts)? Read(string line)
    {
        if (line.Contains("\"method\":\"GET\"", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            JsonElement entry = JsonDocument.Parse(line).RootElement;
            string method = entry.GetProperty("method").GetString()!;
            return (
                new Change(method, entry.GetProperty("subject").GetString()!, Change.KindOf(entry.GetProperty("operation").GetString()!)),
                entry.GetProperty("attempts").GetInt32());
        }
        catch (JsonException)
        {
            // Torn.
            return null;
        }
    }

    private static void Add(Dictionary<Change, int> counts, Change change, int count) => counts[change] = counts.GetValueOrDefault(change) + count;
}
