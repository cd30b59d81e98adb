namespace CompanyData.Simulation;

/// <summary>What has happened in the worlds so far: a simulation in which little goes wrong shows little.</summary>
internal sealed class WorldTally
{
    /// <summary>Begins a line of it in a process's output.</summary>
    public const string Mark = "  * ";

    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public void Add(string what, long count = 1) => _counts[what] = _counts.GetValueOrDefault(what) + count;

    public void AddLine(string line)
    {
        int at = line.LastIndexOf(' ');
        Add(line[..at], long.Parse(line[(at + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }

    public IEnumerable<string> Lines => _counts.Select(pair => $"{pair.Key} {pair.Value}");
}
