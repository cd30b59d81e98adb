namespace CompanyData.Simulation;

/// <summary>A file as processes see it, and as it is on the disk itself.</summary>
#pragma warning disable CA1001 // A memory stream holds nothing that has to be disposed of.
internal sealed class FileImage(string path)
{
    /// <summary>What a disk writes whole or not at all.</summary>
    private const int PageSize = 512;

    private readonly MemoryStream _cache = new();
    private readonly SortedSet<long> _dirtyPages = [];
    private readonly MemoryStream _disk = new();
    private long _shrunkTo = long.MaxValue;

    public string Path => path;

    public long Length => _cache.Length;

    /// <summary>Who has opened it for writing.</summary>
    public SimulatedFile? Writer { get; set; }

    public byte[] ToArray() => _cache.ToArray();

    public int Read(long position, byte[] buffer, int offset, int count)
    {
        _cache.Position = position;
        return _cache.Read(buffer, offset, count);
    }

    public void Write(long position, byte[] buffer, int offset, int count)
    {
        _cache.Position = position;
        _cache.Write(buffer, offset, count);
        for (long page = position / PageSize; count > 0 && page <= (position + count - 1) / PageSize; page++)
        {
            _dirtyPages.Add(page);
        }
    }

    public void SetLength(long length)
    {
        _shrunkTo = Math.Min(_shrunkTo, length < _cache.Length ? length : long.MaxValue);
        _cache.SetLength(length);
    }

    public void Flush()
    {
        foreach (long page in _dirtyPages)
        {
            Persist(page);
        }

        _disk.SetLength(_cache.Length);
        _dirtyPages.Clear();
        _shrunkTo = long.MaxValue;
    }

    /// <summary>Any page that was not flushed may be on the disk or not, whatever came before it; so may a cut.</summary>
    /// <returns>How many were lost.</returns>
    public int LoseUnflushed(Random random)
    {
        if (_shrunkTo < _disk.Length && random.Next(2) == 0)
        {
            _disk.SetLength(_shrunkTo);
        }

        int lost = 0;
        foreach (long page in _dirtyPages)
        {
            if (page * PageSize >= _cache.Length)
            {
                continue;
            }

            if (random.Next(2) == 0)
            {
                lost++;
                continue;
            }

            // What lies between and was never written reads as zeros.
            Persist(page);
        }

        _cache.SetLength(0);
        _disk.WriteTo(_cache);
        _dirtyPages.Clear();
        _shrunkTo = long.MaxValue;
        return lost;
    }

    private void Persist(long page)
    {
        long start = page * PageSize;
        if (start < _cache.Length)
        {
            _disk.Position = start;
            _disk.Write(_cache.GetBuffer(), (int)start, (int)Math.Min(PageSize, _cache.Length - start));
        }
    }
}
