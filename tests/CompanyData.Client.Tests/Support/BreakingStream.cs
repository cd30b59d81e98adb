using System.Text;

namespace CompanyData.Client.Tests.Support;

/// <summary>A body that comes in pieces, and whose connection may break after the last.</summary>
internal sealed class BreakingStream(string text, bool breaks = true, int piece = int.MaxValue) : Stream
{
    private readonly MemoryStream _text = new(Encoding.UTF8.GetBytes(text));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = _text.Read(buffer, offset, Math.Min(count, piece));
        return read == 0 && breaks && count > 0 ? throw new IOException("The response ended prematurely.") : read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
