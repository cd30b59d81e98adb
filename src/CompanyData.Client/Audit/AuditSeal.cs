using System.Globalization;
using System.Text;
using CompanyData.Files;

namespace CompanyData.Audit;

/// <summary>
/// The file next to an audit log with the number and hash of its last line. It reveals lines missing at the end, lets a new file continue
/// the chain after the old one was moved, and is the lock for writers.
/// </summary>
internal static class AuditSeal
{
    private const int NumberLength = 19;

    public static string PathOf(string log) => $"{log}.seal";

    /// <summary>Reads the seal of a log; returns null if it does not exist or cannot be read.</summary>
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

    /// <summary>Overwrites the seal. Its length is fixed, so that it is written in one piece and needs no space on a full disk.</summary>
    public static void Write(Stream file, AuditLink last)
    {
        byte[] bytes = Encoding.ASCII.GetBytes($"{last.Number.ToString($"D{NumberLength}", CultureInfo.InvariantCulture)} {last.Hash}\n");
        file.Position = 0;
        file.Write(bytes, 0, bytes.Length);
    }
}
