using System.Buffers;

namespace CompanyData.Transport;

/// <summary>
/// The body of a successful response in a pooled buffer. It is read to its end before it is parsed: parsing one piece of memory is faster
/// than parsing a stream, and a body that needs a repair is needed whole.
/// </summary>
/// <param name="limit">Maximum number of bytes.</param>
/// <param name="headLength">Number of first bytes that <see cref="Head"/> shows.</param>
internal sealed class ResponseBody(long limit, int headLength = ResponseBody.ShortHead) : IDisposable
{
    /// <summary>Bytes kept for an error message.</summary>
    public const int ShortHead = 512;

    /// <summary>Bytes read to find the first character that is not white space.</summary>
    private const int MaxStart = 4096;

    private const int DefaultSize = 16 * 1024;

    /// <summary>Bytes of one read, which is as far as a body can go beyond the limit.</summary>
    private const int MaxRead = 64 * 1024;

    /// <summary>A longer Content-Length is not trusted: the buffer grows with what arrives.</summary>
    private const int MaxAnnounced = 1024 * 1024;

    private readonly Utf8Validator _utf8 = new();
    private readonly JsonValueCounter _values = new();
    private byte[] _buffer = [];

    /// <summary>Number of bytes read.</summary>
    public int Length { get; private set; }

    public bool IsTooLong => Length > limit || _values.IsOver;

    /// <summary>Whether more bytes were read than <see cref="Head"/> shows.</summary>
    public bool IsLongerThanHead => Length > headLength;

    /// <summary>The first bytes read, as text.</summary>
    public string Head => System.Text.Encoding.UTF8.GetString(_buffer, 0, Math.Min(Length, headLength));

    /// <summary>Everything read so far, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Json => _buffer.AsSpan(0, Length).StartsWith("\uFEFF"u8) ? _buffer.AsSpan(3, Length - 3) : _buffer.AsSpan(0, Length);

    /// <summary>The first byte that is not white space; -1 if there is none.</summary>
    public static int FirstOf(ReadOnlySpan<byte> json)
    {
        foreach (byte character in json)
        {
            if (character is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return character;
            }
        }

        return -1;
    }

    /// <exception cref="InvalidDataException">The body is too long, has too many values, or is not UTF-8.</exception>
    public async Task ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using Stream stream = await content.OpenAsync(cancellationToken).ConfigureAwait(false);

        // One byte more than announced, so that the end is seen without a larger buffer.
        _buffer = ArrayPool<byte>.Shared.Rent(content.Headers.ContentLength is { } announced and < MaxAnnounced ? (int)announced + 1 : DefaultSize);
        while (await ReadMoreAsync(stream, cancellationToken).ConfigureAwait(false))
        {
        }
    }

    /// <summary>Reads until the first character that is not white space.</summary>
    /// <exception cref="InvalidDataException">As for <see cref="ReadAsync"/>.</exception>
    public async Task ReadStartAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using Stream stream = await content.OpenAsync(cancellationToken).ConfigureAwait(false);
        _buffer = ArrayPool<byte>.Shared.Rent(MaxStart);
        while (Length < MaxStart && FirstOf(Json) < 0 && await ReadMoreAsync(stream, cancellationToken).ConfigureAwait(false))
        {
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    /// <returns>False at the end.</returns>
    private async ValueTask<bool> ReadMoreAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (Length == _buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(2 * _buffer.Length);
            _buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        int count = Math.Min(_buffer.Length - Length, MaxRead);
#if NETSTANDARD
        int read = await stream.ReadAsync(_buffer, Length, count, cancellationToken).ConfigureAwait(false);
#else
        int read = await stream.ReadAsync(_buffer.AsMemory(Length, count), cancellationToken).ConfigureAwait(false);
#endif
        Take(read);
        return read > 0;
    }

    private void Take(int read)
    {
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(Length, read);
        Length += read;
        if (Length > limit)
        {
            throw new InvalidDataException($"the body is larger than {limit} bytes");
        }

        _utf8.Add(bytes);
        _values.Add(bytes);
    }
}
