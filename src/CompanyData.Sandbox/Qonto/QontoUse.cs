namespace CompanyData.Sandbox.Qonto;

/// <summary>
/// Counts calls against Qonto's limits: 1,000 in 10 seconds and 10,000 in 10 minutes, and 200 answers of 401 in an hour. [docs] Over them it
/// is 429 until the first of those calls is past; that <c>Retry-After</c> says so is [inferred].
/// </summary>
internal sealed class QontoUse
{
    private readonly Window[] _calls = [new(1_000, TimeSpan.FromSeconds(10)), new(10_000, TimeSpan.FromMinutes(10))];
    private readonly Window _refusals = new(200, TimeSpan.FromHours(1));

    /// <exception cref="QontoException">There were too many.</exception>
    public void Begin(DateTimeOffset now)
    {
        lock (_refusals)
        {
            foreach (var window in _calls.Append(_refusals))
            {
                window.Check(now);
            }

            Array.ForEach(_calls, window => window.Add(now));
        }
    }

    public void Refuse(DateTimeOffset now)
    {
        lock (_refusals)
        {
            _refusals.Add(now);
        }
    }

    private sealed class Window(int limit, TimeSpan length)
    {
        private readonly Queue<DateTimeOffset> _times = new();

        public void Add(DateTimeOffset now) => _times.Enqueue(now);

        public void Check(DateTimeOffset now)
        {
            while (_times.Count > 0 && _times.Peek() + length <= now)
            {
                _times.Dequeue();
            }

            if (_times.Count >= limit)
            {
                throw QontoException.TooMany(_times.Peek() + length - now);
            }
        }
    }
}
