using System.Management.Automation;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>The file of events that a command is given.</summary>
internal static class SyncEventFile
{
    /// <param name="cmdlet">The command; it ends where the file cannot be read.</param>
    /// <param name="path">As it was given; null for none.</param>
    /// <param name="time">The session's clock.</param>
    /// <param name="prefix">Of error ids.</param>
    public static QardSyncEvents? OpenEvents(this PSCmdlet cmdlet, string? path, TimeProvider time, string prefix)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            string full = FilePath.Resolve(cmdlet, path);
            return Directory.Exists(full) ? throw new ArgumentException($"'{path}' is a folder; give the file that the webhook receiver appends to.") : new(full, time);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            ArgumentException explained = exception as ArgumentException ?? new($"The file of events '{path}' cannot be read: {exception.Message}", exception);
            cmdlet.ThrowTerminatingError(ErrorRecords.InvalidInput(explained, prefix, path));
            throw;
        }
    }
}
