namespace CompanyData.Transport;

/// <summary>
/// Bounds what a response may become. Every value of its JSON takes memory, and an empty object of three bytes as much as a whole one:
/// 3 MB of them would become 240 MB, and a response of the greatest length 5 GB.
/// </summary>
internal sealed class JsonValueCounter
{
    /// <summary>Values a response may have; objects and lists count twice. That is fifty thousand objects of fifteen fields.</summary>
    public const int MaxValues = 1_000_000;

    /// <summary>What an object or a list takes beside what it holds, in values.</summary>
    private const int ValuesPerObject = 2;

    /// <summary>A response as short as most are is not counted.</summary>
    private const int Uncounted = 128 * 1024;

    private long _bytes;
    private long _values;

    public bool IsOver => _values > MaxValues;

    /// <exception cref="InvalidDataException">They are too many.</exception>
    public void Add(ReadOnlySpan<byte> json)
    {
        _bytes += json.Length;
        if (_bytes <= Uncounted)
        {
            return;
        }

        // Those within strings are counted as well: telling them apart would cost more than it is worth.
        foreach (byte character in json)
        {
            _values += character switch
            {
                (byte)'{' or (byte)'[' => ValuesPerObject,
                (byte)',' => 1,
                _ => 0,
            };
        }

        if (IsOver)
        {
            throw new InvalidDataException($"it holds more than {MaxValues} values.");
        }
    }
}
