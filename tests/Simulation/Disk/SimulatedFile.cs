namespace CompanyData.Simulation;

/// <summary>A file that a process has open for writing. Nothing of it lies in the process: a write goes to the system at once.</summary>
internal sealed class SimulatedFile(SimulatedDisk disk, FileImage image, SimulatedProcess process) : Stream
{
    /// <summary>Written since the last flush.</summary>
    private int _inFlight;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => image.Length;

    public override long Position { get; set; }

    public SimulatedProcess Process => process;

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = image.Read(Position, buffer, offset, count);
        Position += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        EnsureAlive();
        int killedAt = disk.Random.Next(count + 1);
        if (!process.Survives(image.Path, _inFlight + killedAt))
        {
            Put(buffer, offset, killedAt);
            throw new ProcessDiedException();
        }

        int fits = disk.Take(count);
        Put(buffer, offset, fits);
        if (fits < count)
        {
            disk.Story.Tell($"{image.Path}: no space left after {fits} of {count} bytes");
            throw new IOException("No space left on device (simulated).");
        }

        EnsureSurvival();
    }

    public override void Flush()
    {
    }

    public void FlushToDisk()
    {
        EnsureAlive();
        disk.EnsureFlushes();
        EnsureSurvival();
        image.Flush();
        EnsureSurvival();
        _inFlight = 0;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.End => Length + offset,
        _ => Position + offset,
    };

    public override void SetLength(long value)
    {
        EnsureAlive();
        image.SetLength(value);
    }

    protected override void Dispose(bool disposing)
    {
        if (ReferenceEquals(image.Writer, this))
        {
            image.Writer = null;
        }

        base.Dispose(disposing);
    }

    private void Put(byte[] buffer, int offset, int count)
    {
        if (disk.Story.IsTold)
        {
            disk.Story.Tell($"{image.Path} << {System.Text.Encoding.UTF8.GetString(buffer, offset, count).TrimEnd()}");
        }

        image.Write(Position, buffer, offset, count);
        Position += count;
        _inFlight += count;
    }

    private void EnsureSurvival()
    {
        if (!process.Survives(image.Path, _inFlight))
        {
            throw new ProcessDiedException();
        }
    }

    private void EnsureAlive()
    {
        if (process.IsDead)
        {
            throw new ProcessDiedException();
        }
    }
}
