using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Faults;

/// <summary>A body that arrives in small pieces: the first at once, the others over <see cref="SandboxOptions.FaultDelay"/>, then the rest.</summary>
/// <param name="body">The body.</param>
/// <param name="length">In bytes, if known; a short body is divided into smaller pieces.</param>
/// <param name="options">The delay and its clock.</param>
internal sealed class SlowStream(Stream body, long? length, SandboxOptions options) : ForwardStream
{
    private const int Drops = 10;
    private const int MostPerDrop = 16;
    private readonly int _drop = (int)Math.Max(1, Math.Min(MostPerDrop, (length ?? long.MaxValue) / (Drops + 1)));
    private int _drops;

    protected override async ValueTask<int> TakeAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_drops > Drops)
        {
            return await ReadAsync(body, buffer, cancellationToken).ConfigureAwait(false);
        }

        if (_drops++ > 0)
        {
            var pause = TimeSpan.FromTicks(options.FaultDelay.Ticks / Drops);
            await options.Time.DelayAsync(pause, cancellationToken).ConfigureAwait(false);
        }

        return await ReadAsync(body, buffer.Slice(0, Math.Min(buffer.Length, _drop)), cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }
}
