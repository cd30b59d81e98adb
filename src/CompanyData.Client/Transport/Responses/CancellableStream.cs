#if NETSTANDARD
namespace CompanyData.Transport;

/// <summary>Ends a read when its token says so. The response streams of .NET Framework ignore it.</summary>
internal sealed class CancellableStream(Stream inner) : Stream
{
    /// <summary>Not the caller's buffer: a read that is given up may still write into it.</summary>
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

    /// <summary>Closing may wait for what never comes, so nobody waits for that either.</summary>
    private void GiveUp(Task read)
    {
        _isGivenUp = true;
        _ = Task.Run(inner.Dispose);
        _ = read.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }
}
#endif
