using System.Text.RegularExpressions;

namespace CompanyData.Files;

/// <summary>The temporary files that hold a file while it is written, and what killed processes left of them.</summary>
public static class PartialFile
{
    /// <summary>Age from which a file counts as left behind, unless a process holds it: not every network file system has locks.</summary>
    public static readonly TimeSpan MinAge = TimeSpan.FromMinutes(1);

    private static readonly Regex Name = new(@".\.[0-9a-f]{32}\.partial\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    internal static string NameFor(string path) => $"{path}.{Guid.NewGuid():N}.partial";

    /// <summary>Deletes the temporary files in a folder that killed processes left behind. A file that cannot be deleted stays.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="now">The current time, in UTC.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be read.</exception>
    public static void RemoveStale(string folder, DateTime now)
    {
        foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles("*.partial")
            .Where(file => Name.IsMatch(file.Name) && now - file.LastWriteTimeUtc >= MinAge && !file.Attributes.HasFlag(FileAttributes.ReparsePoint)))
        {
            TryDelete(file.FullName);
        }
    }

    /// <summary>Deletes a file that nobody holds. Nobody can take it in between, for each writer has a name of its own.</summary>
    private static void TryDelete(string path)
    {
        try
        {
            using (FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                if (!FileLock.TryAcquire(file))
                {
                    return;
                }
            }

            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // In use, gone already, or another user's.
        }
    }
}
