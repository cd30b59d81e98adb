namespace CompanyData.Client.Tests.Support;

/// <summary>A body that begins in one way and then goes on for ever in another.</summary>
internal sealed class EndlessStream(string start, string rest) : Stream
{
    private readonly byte[] _start = System.Text.Encoding.UTF8.GetBytes(start);
    private readonly byte[] _rest = System.Text.Encoding.UTF8.GetBytes(rest);
    private long _given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++, _given++)
        {
            buffer[offset + i] = _given < _start.Length ? _start[_given] : _rest[(_given - _start.Length) % _rest.Length];
        }

        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
