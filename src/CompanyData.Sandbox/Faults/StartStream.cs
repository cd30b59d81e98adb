using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Faults;

/// <summary>The start of a body, followed by the rest, an early end, or a broken connection.</summary>
internal sealed class StartStream : ForwardStream
{
    private readonly Stream _rest;
    private readonly Exception? _broken;
    private ReadOnlyMemory<byte> _start;

    public StartStream(ReadOnlyMemory<byte> start, Exception? broken = null)
    {
        (_start, _rest, _broken) = (start, Null, broken);
    }

    public StartStream(ReadOnlyMemory<byte> start, Stream rest)
    {
        (_start, _rest) = (start, rest);
    }

    protected override async ValueTask<int> TakeAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_start.IsEmpty)
        {
            return _broken is null ? await ReadAsync(_rest, buffer, cancellationToken).ConfigureAwait(false) : throw new IOException(_broken.Message, _broken);
        }

        var taken = Math.Min(buffer.Length, _start.Length);
        _start.Slice(0, taken).CopyTo(buffer);
        _start = _start.Slice(taken);
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
