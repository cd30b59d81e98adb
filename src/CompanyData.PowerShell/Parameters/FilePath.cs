using System.Management.Automation;
using System.Text.RegularExpressions;

namespace CompanyData.Parameters;

/// <summary>Resolves PowerShell paths to file system paths.</summary>
internal static class FilePath
{
    private const string FileSystem = "FileSystem";

    /// <summary>Returns the full path; relative paths are relative to PowerShell's location, not the process's current folder.</summary>
    /// <exception cref="ArgumentException">The path belongs to another provider, such as Env: or the registry, or the drive does not exist.</exception>
    public static string Resolve(PSCmdlet cmdlet, string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.IndexOf('\0') >= 0)
        {
            throw new ArgumentException(string.IsNullOrWhiteSpace(path) ? "The path is blank." : "The path has the character NUL, which no path can have.");
        }

        try
        {
            string full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name == FileSystem ? full : throw Elsewhere(path, provider);
        }
        catch (Exception exception) when (exception is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or NotSupportedException)
        {
            throw new ArgumentException($"The path '{path}' cannot be resolved: {exception.Message}", exception);
        }
    }

    /// <summary>Like <see cref="Resolve"/>, for a path that must not be a folder.</summary>
    /// <exception cref="ArgumentException">The path is a folder or not in the file system.</exception>
    public static string ResolveFile(PSCmdlet cmdlet, string path)
    {
        string full = Resolve(cmdlet, path);
        return Directory.Exists(full) ? throw new ArgumentException($"'{path}' is a folder. Give the path of a file.") : full;
    }

    /// <summary>
    /// Like <see cref="Resolve"/>, for a wildcard pattern: returns all matching files. Where none matches, a file whose name is the pattern itself, such
    /// as <c>run [1].jsonl</c>, is meant.
    /// </summary>
    /// <exception cref="ArgumentException">The path belongs to another provider.</exception>
    /// <exception cref="ItemNotFoundException">No file matches.</exception>
    public static IReadOnlyCollection<string> ResolveAll(PSCmdlet cmdlet, string pattern)
    {
        IReadOnlyCollection<string> found;
        ProviderInfo provider;
        try
        {
            found = cmdlet.GetResolvedProviderPathFromPSPath(pattern, out provider);
        }
        catch (Exception exception) when (exception is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or NotSupportedException)
        {
            throw new ArgumentException($"The path '{pattern}' cannot be resolved: {exception.Message}", exception);
        }

        return provider.Name != FileSystem ? throw Elsewhere(pattern, provider)
            : found.Count == 0 && Resolve(cmdlet, pattern) is { } literal && File.Exists(literal) ? [literal]
            : found;
    }

    /// <summary>Resolves the files of -LiteralPath and -Path. Each path that cannot be resolved becomes a non-terminating error.</summary>
    /// <param name="cmdlet">The command.</param>
    /// <param name="literals">Paths without wildcards.</param>
    /// <param name="patterns">Paths with wildcards.</param>
    /// <param name="prefix">Prefix of error ids.</param>
    /// <param name="notFoundId">Error id where nothing matches a pattern.</param>
    public static IEnumerable<string> ResolveEach(PSCmdlet cmdlet, IEnumerable<string> literals, IEnumerable<string> patterns, string prefix, string notFoundId)
    {
        return literals.SelectMany(path => OrReport(path, () => [Resolve(cmdlet, path)]))
            .Concat(patterns.SelectMany(path => OrReport(path, () => ResolveAll(cmdlet, path))));

        IReadOnlyCollection<string> OrReport(string path, Func<IReadOnlyCollection<string>> resolve)
        {
            try
            {
                return resolve();
            }
            catch (ItemNotFoundException exception)
            {
                cmdlet.WriteError(ErrorRecords.Create(exception, notFoundId, ErrorCategory.ObjectNotFound, path, "Check the path."));
                return [];
            }
            catch (ArgumentException exception)
            {
                cmdlet.WriteError(ErrorRecords.InvalidInput(exception, prefix, path));
                return [];
            }
        }
    }

    /// <summary>Whether a name has a file extension.</summary>
    public static bool HasFileExtension(string path)
        => Regex.IsMatch(Path.GetExtension(path), @"\A\.[A-Za-z][A-Za-z0-9]{1,4}\z", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static ArgumentException Elsewhere(string path, ProviderInfo provider)
        => new($"The path '{path}' is not in the file system but in the provider {provider.Name}. Give a full path, or change to a folder first.");
}
