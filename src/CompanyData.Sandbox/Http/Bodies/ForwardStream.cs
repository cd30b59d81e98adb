using System.Runtime.InteropServices;

namespace CompanyData.Sandbox.Http;

/// <summary>A forward-only, read-only stream.</summary>
internal abstract class ForwardStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        TakeAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        TakeAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

#if NET
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        TakeAsync(buffer, cancellationToken);
#endif

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Reads another stream, on both targets.</summary>
    protected static ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
#if NET
        => stream.ReadAsync(buffer, cancellationToken);
#else
        => MemoryMarshal.TryGetArray(buffer, out ArraySegment<byte> array)
            ? new(stream.ReadAsync(array.Array, array.Offset, array.Count, cancellationToken))
            : throw new ArgumentException("The memory is no array's.", nameof(buffer));
#endif

    protected abstract ValueTask<int> TakeAsync(Memory<byte> buffer, CancellationToken cancellationToken);
}
