namespace CompanyData.Sandbox.Generation;

/// <summary>SplitMix64. <see cref="Random"/> promises no stable sequence across platforms.</summary>
internal sealed class DeterministicRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong NextBits()
    {
        var bits = Hash.Mix(_state);
        _state += 0x9E3779B97F4A7C15UL;
        return bits;
    }

    public int Next(int exclusiveMaximum) => (int)(NextBits() % (ulong)exclusiveMaximum);

    public int Next(int minimum, int inclusiveMaximum) => minimum + Next(inclusiveMaximum - minimum + 1);

    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public T Pick<T>(IReadOnlyList<T> values) => values[Next(values.Count)];

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + Next(10))));

    public DateTime Date(int firstYear, int lastYear) =>
        new(Next(firstYear, lastYear), Next(1, 12), Next(1, 28), 0, 0, 0, DateTimeKind.Unspecified);
}
