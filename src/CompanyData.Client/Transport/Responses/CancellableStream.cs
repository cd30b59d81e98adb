#if NETSTANDARD
namespace CompanyData.Transport;

/// <summary>Makes reads cancellable: the response streams of .NET Framework ignore their cancellation token.</summary>
internal sealed class CancellableStream(Stream inner) : Stream
{
    /// <summary>Used instead of the caller's buffer, because an abandoned read may still write into it.</summary>
    private byte[] _buffer = [];

    private bool _isGivenUp;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (_buffer.Length < count)
        {
            _buffer = new byte[count];
        }

        Task<int> read = inner.ReadAsync(_buffer, 0, count, cancellationToken);
        if (!read.IsCompleted && cancellationToken.CanBeCanceled)
        {
            TaskCompletionSource<bool> cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
            using CancellationTokenRegistration registration = cancellationToken.Register(() => cancelled.TrySetResult(true));
            if (await Task.WhenAny(read, cancelled.Task).ConfigureAwait(false) != read)
            {
                GiveUp(read);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        int length = await read.ConfigureAwait(false);
        Buffer.BlockCopy(_buffer, 0, buffer, offset, length);
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isGivenUp)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Disposes the stream in the background, because disposing may block until data arrives.</summary>
    private void GiveUp(Task read)
    {
        _isGivenUp = true;
        _ = Task.Run(inner.Dispose);
        _ = read.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }
}
#endif
