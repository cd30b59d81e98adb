using System.Management.Automation;
using System.Text.RegularExpressions;

namespace CompanyData.Parameters;

/// <summary>Paths as users give them, as paths of the file system.</summary>
internal static class FilePath
{
    private const string FileSystem = "FileSystem";

    /// <summary>The full path; relative ones lie under PowerShell's location, not the folder of the process.</summary>
    /// <exception cref="ArgumentException">It lies in another provider, such as Env: or a registry, or in a drive that is not there.</exception>
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

    /// <summary>As <see cref="Resolve"/>, for a pattern: every file that fits.</summary>
    /// <exception cref="ArgumentException">It lies in another provider.</exception>
    /// <exception cref="ItemNotFoundException">Nothing fits.</exception>
    public static IReadOnlyCollection<string> ResolveAll(PSCmdlet cmdlet, string pattern)
    {
        IReadOnlyCollection<string> found = cmdlet.GetResolvedProviderPathFromPSPath(pattern, out ProviderInfo provider);
        return provider.Name == FileSystem ? found : throw Elsewhere(pattern, provider);
    }

    /// <summary>Whether a name ends like a file's.</summary>
    public static bool LooksLikeFile(string path)
        => Regex.IsMatch(Path.GetExtension(path), @"\A\.[A-Za-z][A-Za-z0-9]{1,4}\z", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static ArgumentException Elsewhere(string path, ProviderInfo provider)
        => new($"The path '{path}' is not in the file system but in the provider {provider.Name}. Give a full path, or go to a folder first.");
}
