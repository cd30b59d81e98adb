namespace CompanyData.Transport;

/// <summary>Counts the bytes read, keeps the first ones for an error message, and enforces a maximum length.</summary>
/// <param name="inner">The response body, already decompressed.</param>
/// <param name="limit">Maximum number of bytes.</param>
/// <param name="check">Validates text; null for files.</param>
/// <param name="values">Limits the number of JSON values; null for files.</param>
/// <param name="headLength">Number of first bytes to keep.</param>
internal sealed class MeteredStream(Stream inner, long limit, Utf8Validator? check = null, JsonValueCounter? values = null, int headLength = MeteredStream.ShortHead) : Stream
{
    /// <summary>Bytes kept for an error message.</summary>
    public const int ShortHead = 512;

    private readonly byte[] _head = new byte[headLength];
    private int _headLength;
    private ReadOnlyMemory<byte> _peeked;

    public long BytesRead { get; private set; }

    /// <summary>Whether more bytes were read than <see cref="Head"/> holds.</summary>
    public bool IsLongerThanHead => BytesRead > _headLength;

    public bool IsTooLong => BytesRead > limit || values is { IsOver: true };

    /// <summary>The first bytes read, as text.</summary>
    public string Head => System.Text.Encoding.UTF8.GetString(_head, 0, _headLength);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    /// <summary>Returns the first byte that is not white space without consuming it; -1 if there is none in the first 4 KiB.</summary>
    public async Task<int> PeekAsync(CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[4096];
        int length = 0;
        int start = -1;
        int read;
        while (start < 0
            && length < buffer.Length
            && (read = await ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += read;
            start = Array.FindIndex(buffer, 0, length, b => !IsBlank(b));
        }

        _peeked = buffer.AsMemory(0, length);
        return start < 0 ? -1 : buffer[start];
    }

    /// <summary>White space, or part of a UTF-8 byte order mark.</summary>
    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF;

    public override int Read(byte[] buffer, int offset, int count)
        => TakePeeked(buffer.AsSpan(offset, count)) is var taken and > 0
            ? taken
            : Meter(buffer.AsSpan(offset, count), inner.Read(buffer, offset, count));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        int taken = TakePeeked(buffer.AsSpan(offset, count));
        if (taken > 0)
        {
            return taken;
        }

        int read = await inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        return Meter(buffer.AsSpan(offset, count), read);
    }

#if !NETSTANDARD
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int taken = TakePeeked(buffer.Span);
        if (taken > 0)
        {
            return taken;
        }

        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Meter(buffer.Span, read);
    }
#endif

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int TakePeeked(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _peeked.Length);
        _peeked.Span.Slice(0, count).CopyTo(buffer);
        _peeked = _peeked.Slice(count);
        return count;
    }

    private int Meter(ReadOnlySpan<byte> buffer, int read)
    {
        BytesRead += read;
        if (BytesRead > limit)
        {
            throw new InvalidDataException($"the body is larger than {limit} bytes");
        }

        int keep = Math.Min(read, _head.Length - _headLength);
        if (keep > 0)
        {
            buffer.Slice(0, keep).CopyTo(_head.AsSpan(_headLength));
            _headLength += keep;
        }

        check?.Add(buffer.Slice(0, read));
        values?.Add(buffer.Slice(0, read));
        return read;
    }
}
