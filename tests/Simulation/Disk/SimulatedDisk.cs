namespace CompanyData.Simulation;

/// <summary>
/// The disk of a world, and the system's cache before it. It can run full, refuse to flush, and after a power cut keep any of the pages
/// that were not flushed: earlier ones may be lost where later ones are kept.
/// </summary>
internal sealed class SimulatedDisk(Random random, Story story)
{
    private readonly Dictionary<string, FileImage> _files = new(StringComparer.Ordinal);

    /// <summary>Writes until there is no room; null for as much as is wanted.</summary>
    public int? WritesLeft { get; set; }

    /// <summary>Flushes until they fail; null for never.</summary>
    public int? FlushesLeft { get; set; }

    /// <summary>Whether a write or a flush has failed since the trouble began.</summary>
    public bool HasFailed { get; private set; }

    public int PowerCuts { get; private set; }

    public int PagesLost { get; private set; }

    public Random Random => random;

    public Story Story => story;

    public SimulatedFileSystem Mount(SimulatedProcess process) => new(this, process);

    public byte[] Read(string path) => _files.TryGetValue(path, out FileImage? image) ? image.ToArray() : [];

    public FileImage Open(string path)
    {
        if (!_files.TryGetValue(path, out FileImage? image))
        {
            _files.Add(path, image = new FileImage(path));
        }

        return image;
    }

    /// <summary>Somebody has made room.</summary>
    public void Mend()
    {
        WritesLeft = FlushesLeft = null;
        HasFailed = false;
    }

    public void CutPower()
    {
        PowerCuts++;
        foreach (FileImage image in _files.Values)
        {
            int lost = image.LoseUnflushed(random);
            PagesLost += lost;
            story.Tell($"power cut: {image.Path} lost {lost} pages and has {image.Length} bytes");
        }
    }

    /// <returns>How many bytes of so many still fit.</returns>
    public int Take(int count)
    {
        if (WritesLeft is not { } left)
        {
            return count;
        }

        WritesLeft = Math.Max(0, left - 1);
        HasFailed |= left <= 0;
        return left > 0 ? count : random.Next(count);
    }

    /// <exception cref="IOException">It cannot.</exception>
    public void EnsureFlushes()
    {
        if (FlushesLeft is not { } left)
        {
            return;
        }

        FlushesLeft = Math.Max(0, left - 1);
        if (left <= 0)
        {
            HasFailed = true;
            throw new IOException("Input/output error (simulated).");
        }
    }
}
