using System.Text;
using CompanyData.Files;

namespace CompanyData.Audit;

/// <summary>A list of the files in a folder with their SHA-256, in the format of <c>sha256sum --check</c>.</summary>
public static class FileManifest
{
    /// <summary>File name of the manifest.</summary>
    public const string FileName = "manifest.sha256";

    private const string Separator = "  ";

    /// <summary>Adds or updates files in the manifest of their folder; other entries stay.</summary>
    /// <exception cref="IOException">A file cannot be read, or the manifest cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
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
            hashes[name] = Sha256.HashFile(Path.Combine(folder, name));
        }

        byte[] text = Encoding.UTF8.GetBytes(string.Concat(hashes.Select(pair => $"{pair.Value}{Separator}{pair.Key}\n")));
        return PrivateFile.SaveAsync(path, overwrite: true, file => file.WriteAsync(text, 0, text.Length));
    }

    /// <summary>Finds files that were changed or removed, and files with the same extensions that are not in the manifest.</summary>
    /// <param name="path">The manifest.</param>
    /// <exception cref="IOException">The manifest or a file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
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
                yield return new(path, position, AuditProblemKind.Unreadable, $"Line {position} is not a hash with a file name.");
                continue;
            }

            known.Add(entry.Name);
            kinds.Add(Path.GetExtension(entry.Name));
            string file = Path.Combine(folder, entry.Name);
            if (!File.Exists(file))
            {
                yield return new(file, null, AuditProblemKind.Removed, $"'{entry.Name}' is in the manifest but not in its folder.");
            }
            else if (Sha256.HashFile(file) != entry.Hash)
            {
                yield return new(file, null, AuditProblemKind.Changed, $"'{entry.Name}' was changed: its hash differs from the manifest.");
            }
        }

        foreach (string file in Directory.GetFiles(folder).Where(file => !known.Contains(Path.GetFileName(file)) && kinds.Contains(Path.GetExtension(file))))
        {
            yield return new(file, null, AuditProblemKind.Added, $"'{Path.GetFileName(file)}' is not in the manifest.");
        }
    }

    private static IEnumerable<(string Name, string Hash)?> Read(string path) => File.ReadLines(path, Encoding.UTF8).Select(Parse);

    /// <summary>Accepts only names, not paths: a manifest must not refer to files outside its folder.</summary>
    private static (string Name, string Hash)? Parse(string line)
    {
        int end = Sha256.Length + Separator.Length;
        string name = line.Length > end ? line.Substring(end) : string.Empty;
        return name.Length > 0 && Path.GetFileName(name) == name && line.Substring(Sha256.Length, Separator.Length) == Separator
            ? (name, line.Substring(0, Sha256.Length).ToLowerInvariant())
            : null;
    }
}
