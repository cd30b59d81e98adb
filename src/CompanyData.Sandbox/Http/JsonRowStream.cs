using System.Text.Json;

namespace CompanyData.Sandbox.Http;

/// <summary>JSON that is written while it is read, some 16 KB at a time, however long the list is.</summary>
internal sealed class JsonRowStream : Stream
{
    private const int BatchSize = 16 * 1024;
    private readonly MemoryStream _batch = new();
    private readonly Utf8JsonWriter _json;
    private readonly IEnumerator<int> _steps;
    private int _position;
    private bool _ended;

    /// <param name="write">Writes the document piece by piece and yields between two pieces.</param>
    public JsonRowStream(Func<Utf8JsonWriter, IEnumerable<int>> write)
    {
        _json = new Utf8JsonWriter(_batch, JsonWriting.Options);
        _steps = write(_json).GetEnumerator();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Take(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<int>(cancellationToken)
            : Task.FromResult(Take(buffer.AsSpan(offset, count)));

#if NET
    public override int Read(Span<byte> buffer) => Take(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellationToken)
            : ValueTask.FromResult(Take(buffer.Span));
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
            _steps.Dispose();
            _batch.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Take(Span<byte> buffer)
    {
        if (_position == _batch.Length)
        {
            MakeBatch();
        }

        var taken = Math.Min(buffer.Length, (int)_batch.Length - _position);
        _batch.GetBuffer().AsSpan(_position, taken).CopyTo(buffer);
        _position += taken;
        return taken;
    }

    private void MakeBatch()
    {
        _batch.SetLength(0);
        _position = 0;
        while (!_ended && _json.BytesPending < BatchSize)
        {
            _ended = !_steps.MoveNext();
        }

        _json.Flush();
    }
}
