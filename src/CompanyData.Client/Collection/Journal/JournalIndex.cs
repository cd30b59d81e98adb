using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>The companies of a journal with their latest state.</summary>
internal sealed class JournalIndex
{
    private readonly string _path;
    private readonly bool _keepComplete;
    private readonly Dictionary<int, JournaledCompany?> _companies = [];
    private string? _shard;

    /// <param name="path">The journal.</param>
    /// <param name="keepComplete">Whether to keep the details of complete companies; false saves memory.</param>
    public JournalIndex(string path, bool keepComplete)
    {
        _path = path;
        _keepComplete = keepComplete;
    }

    /// <summary>Settings of the last run; null for a new journal.</summary>
    public JournalLine? Run { get; private set; }

    /// <summary>Start of the first run that counts, in UTC; null for a new journal.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>What the runs have learned of how long a synchronisation takes.</summary>
    public TypicalDuration SyncDuration { get; private set; } = new();

    public int Complete => _companies.Values.Count(company => company is null || company.State == JournalState.Complete);

    public IEnumerable<JournaledCompany> Companies => _companies.Values.OfType<JournaledCompany>();

    public bool IsComplete(string siren)
        => _companies.TryGetValue(Key(siren), out JournaledCompany? company) && (company is null || company.State == JournalState.Complete);

    public JournaledCompany? Find(string siren) => _companies.TryGetValue(Key(siren), out JournaledCompany? company) ? company : null;

    public void Clear()
    {
        _companies.Clear();
        StartedAt = null;
    }

    /// <param name="stream">The journal, read from its current position to its end.</param>
    /// <returns>The valid part of the file.</returns>
    /// <exception cref="JournalException">The file is corrupt or is not a journal.</exception>
    public JournalExtent Read(Stream stream) => new JournalReader(_path).Read(stream, Take);

    private void Take(JournalLine line)
    {
        if (line.Step == JournalStep.Run)
        {
            if (Run is { } last && !last.IsAbout(line))
            {
                SyncDuration = new();
            }

            Run = line;
            _shard = line.Shard;
            if (line.Force == true)
            {
                Clear();
            }

            StartedAt ??= line.At;

            return;
        }

        if (line.Took is [var moreThan, var atMost] && moreThan >= 0 && moreThan < atMost && atMost < TimeSpan.MaxValue.TotalSeconds)
        {
            SyncDuration.Observe(new(TimeSpan.FromSeconds(moreThan), TimeSpan.FromSeconds(atMost)));
        }

        int key = Key(line.Siren!);
        if (!_companies.TryGetValue(key, out JournaledCompany? company) || company is null)
        {
            company = new(line.Siren!, _path);
        }

        company.Apply(line, _shard);
        _companies[key] = company.State == JournalState.Complete && !_keepComplete ? null : company;
    }

    private static int Key(string siren) => int.Parse(siren, System.Globalization.CultureInfo.InvariantCulture);
}
