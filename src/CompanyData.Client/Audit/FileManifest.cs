using System.Text;
using CompanyData.Files;

namespace CompanyData.Audit;

/// <summary>A list of files and their SHA-256, beside them, in the form that <c>sha256sum --check</c> reads.</summary>
public static class FileManifest
{
    /// <summary>The name of the list.</summary>
    public const string FileName = "manifest.sha256";

    private const string Separator = "  ";

    /// <summary>Enters files into the list of their folder; what the list knows of others stays.</summary>
    /// <exception cref="IOException">A file cannot be read, or the list cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static Task UpdateAsync(string folder, IEnumerable<string> names)
    {
        string path = Path.Combine(folder, FileName);
        SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);
        foreach ((string name, string hash) in File.Exists(path) ? Read(path).OfType<(string, string)>() : [])
        {
            hashes[name] = hash;
        }

        foreach (string name in names)
        {
            hashes[name] = Sha256.OfFile(Path.Combine(folder, name));
        }

        byte[] text = Encoding.UTF8.GetBytes(string.Concat(hashes.Select(pair => $"{pair.Value}{Separator}{pair.Key}\n")));
        return PrivateFile.SaveAsync(path, overwrite: true, file => file.WriteAsync(text, 0, text.Length));
    }

    /// <summary>Files of the list that were changed or removed, and files of the same kinds that it does not know.</summary>
    /// <param name="path">The list.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static IEnumerable<AuditProblem> Check(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        HashSet<string> known = new([Path.GetFileName(path)], StringComparer.Ordinal);
        HashSet<string> kinds = new(StringComparer.OrdinalIgnoreCase);
        long position = 0;
        foreach ((string Name, string Hash)? line in Read(path))
        {
            position++;
            if (line is not { } entry)
            {
                yield return new(path, position, AuditProblemKind.Unreadable, $"Line {position} is not a hash and a name.");
                continue;
            }

            known.Add(entry.Name);
            kinds.Add(Path.GetExtension(entry.Name));
            string file = Path.Combine(folder, entry.Name);
            if (!File.Exists(file))
            {
                yield return new(file, null, AuditProblemKind.Removed, $"'{entry.Name}' is in the manifest and not in its folder.");
            }
            else if (Sha256.OfFile(file) != entry.Hash)
            {
                yield return new(file, null, AuditProblemKind.Changed, $"'{entry.Name}' is not the file that was written.");
            }
        }

        foreach (string file in Directory.GetFiles(folder).Where(file => !known.Contains(Path.GetFileName(file)) && kinds.Contains(Path.GetExtension(file))))
        {
            yield return new(file, null, AuditProblemKind.Added, $"'{Path.GetFileName(file)}' is not in the manifest.");
        }
    }

    private static IEnumerable<(string Name, string Hash)?> Read(string path) => File.ReadLines(path, Encoding.UTF8).Select(Parse);

    /// <summary>Only names, no paths: a list does not lead out of its folder.</summary>
    private static (string Name, string Hash)? Parse(string line)
    {
        int end = Sha256.Length + Separator.Length;
        string name = line.Length > end ? line.Substring(end) : string.Empty;
        return name.Length > 0 && Path.GetFileName(name) == name && line.Substring(Sha256.Length, Separator.Length) == Separator
            ? (name, line.Substring(0, Sha256.Length).ToLowerInvariant())
            : null;
    }
}
