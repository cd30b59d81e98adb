using System.Text.Json;

namespace CompanyData.Sandbox.Http;

/// <summary>JSON that is generated while it is read, about 16 KB at a time, whatever the length of the list.</summary>
internal sealed class JsonRowStream : ForwardStream
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

    protected override ValueTask<int> TakeAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Take(buffer.Span));
    }

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
