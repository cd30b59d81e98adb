namespace CompanyData.Audit;

/// <summary>Reads the raw lines of audit logs, also while they are being written.</summary>
internal static class AuditReader
{
    private const int BufferSize = 64 * 1024;
    private const int TailSize = 4 * 1024;

    public static IEnumerable<AuditLine> Read(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] buffer = new byte[BufferSize];
        using MemoryStream line = new();
        long position = 0;
        int read;
        while ((read = file.Read(buffer, 0, buffer.Length)) > 0)
        {
            int start = 0;
            int end;
            while ((end = Array.IndexOf(buffer, (byte)'\n', start, read - start)) >= 0)
            {
                line.Write(buffer, start, end - start);
                yield return new AuditLine(path, ++position, line.ToArray(), IsWhole: true);
                line.SetLength(0);
                start = end + 1;
            }

            line.Write(buffer, start, read - start);
        }

        if (line.Length > 0)
        {
            yield return new AuditLine(path, ++position, line.ToArray(), IsWhole: false);
        }
    }

    /// <param name="file">A file that is not empty.</param>
    /// <param name="isTorn">Whether the line lacks its line feed.</param>
    public static byte[] ReadLastLine(Stream file, out bool isTorn)
    {
        file.Seek(-1, SeekOrigin.End);
        isTorn = file.ReadByte() != '\n';
        long end = file.Length - (isTorn ? 0 : 1);
        for (long size = TailSize; ; size *= 2)
        {
            byte[] tail = new byte[Math.Min(size, end)];
            file.Position = end - tail.Length;
            int read = 0;
            int piece;
            while (read < tail.Length && (piece = file.Read(tail, read, tail.Length - read)) > 0)
            {
                read += piece;
            }

            int before = Array.LastIndexOf(tail, (byte)'\n');
            if (before >= 0 || tail.Length == end)
            {
                return tail.AsSpan(before + 1).ToArray();
            }
        }
    }
}
