using System.Globalization;
using System.Text;
using CompanyData.Files;

namespace CompanyData.Audit;

/// <summary>
/// The small file beside an audit log that says how far it has come. It shows that lines at the end are missing, lets a new file continue
/// the chain of one that was moved away, and carries the lock of those who write.
/// </summary>
internal static class AuditSeal
{
    private const int NumberLength = 19;

    public static string PathOf(string log) => $"{log}.seal";

    /// <summary>Null where there is none, or none that can be read.</summary>
    public static AuditLink? Read(string log)
    {
        if (!File.Exists(PathOf(log)))
        {
            return null;
        }

        using FileStream file = new(PathOf(log), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Read(file);
    }

    public static AuditLink? Read(Stream file)
    {
        file.Position = 0;
        byte[] bytes = new byte[NumberLength + 1 + Sha256.Length];
        int read = 0;
        int piece;
        while (read < bytes.Length && (piece = file.Read(bytes, read, bytes.Length - read)) > 0)
        {
            read += piece;
        }

        string[] parts = Encoding.ASCII.GetString(bytes, 0, read).Split(' ');
        return parts.Length == 2 && parts[1].Length == Sha256.Length && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? new AuditLink(number, parts[1])
            : null;
    }

    /// <summary>Of a fixed length, so that it is written over the old one in one piece and needs no room on a full disk.</summary>
    public static void Write(Stream file, AuditLink last)
    {
        byte[] bytes = Encoding.ASCII.GetBytes($"{last.Number.ToString($"D{NumberLength}", CultureInfo.InvariantCulture)} {last.Hash}\n");
        file.Position = 0;
        file.Write(bytes, 0, bytes.Length);
    }
}
