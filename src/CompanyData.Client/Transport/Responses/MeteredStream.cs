namespace CompanyData.Transport;

/// <summary>Counts the bytes read and enforces a maximum length.</summary>
/// <param name="inner">The response body, already decompressed.</param>
/// <param name="limit">Maximum number of bytes.</param>
internal sealed class MeteredStream(Stream inner, long limit) : Stream
{
    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Meter(inner.Read(buffer, offset, count));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => Meter(await inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false));

#if !NETSTANDARD
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => Meter(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));
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

    private int Meter(int read)
    {
        BytesRead += read;
        return BytesRead <= limit ? read : throw new InvalidDataException($"the body is larger than {limit} bytes");
    }
}
