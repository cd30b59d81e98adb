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

    /// <summary>Like <see cref="Resolve"/>, for a wildcard pattern: returns all matching files.</summary>
    /// <exception cref="ArgumentException">The path belongs to another provider.</exception>
    /// <exception cref="ItemNotFoundException">No file matches.</exception>
    public static IReadOnlyCollection<string> ResolveAll(PSCmdlet cmdlet, string pattern)
    {
        IReadOnlyCollection<string> found = cmdlet.GetResolvedProviderPathFromPSPath(pattern, out ProviderInfo provider);
        return provider.Name == FileSystem ? found : throw Elsewhere(pattern, provider);
    }

    /// <summary>Whether a name has a file extension.</summary>
    public static bool HasFileExtension(string path)
        => Regex.IsMatch(Path.GetExtension(path), @"\A\.[A-Za-z][A-Za-z0-9]{1,4}\z", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static ArgumentException Elsewhere(string path, ProviderInfo provider)
        => new($"The path '{path}' is not in the file system but in the provider {provider.Name}. Give a full path, or change to a folder first.");
}
