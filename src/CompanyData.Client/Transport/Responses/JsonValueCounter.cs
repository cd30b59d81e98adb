namespace CompanyData.Transport;

/// <summary>
/// Limits the number of JSON values in a response, and so the memory that its objects need. An empty object of three bytes needs as much as a
/// full one: 3 MB of them would become 240 MB, and a response of the maximum length 5 GB.
/// </summary>
internal sealed class JsonValueCounter
{
    /// <summary>Maximum number of values; objects and arrays count twice. This allows fifty thousand objects with fifteen fields.</summary>
    public const int MaxValues = 1_000_000;

    /// <summary>What an object or an array counts, in values, in addition to its contents.</summary>
    private const int ValuesPerObject = 2;

    /// <summary>Shorter responses, in bytes, are not counted: most are shorter.</summary>
    private const int Uncounted = 128 * 1024;

    private long _bytes;
    private long _values;

    public bool IsOver => _values > MaxValues;

    /// <exception cref="InvalidDataException">There are more than <see cref="MaxValues"/> values.</exception>
    public void Add(ReadOnlySpan<byte> json)
    {
        _bytes += json.Length;
        if (_bytes <= Uncounted)
        {
            return;
        }

        // Characters within strings are counted as well; parsing strings would cost more than it is worth.
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
            throw new InvalidDataException($"the body contains more than {MaxValues} values");
        }
    }
}
