namespace CompanyData.Collection;

/// <summary>Opens a journal's file and the lock beside it.</summary>
internal static class JournalFile
{
    /// <summary>
    /// A file of its own, since a lock on the journal itself would keep readers out on Unix. It is not deleted afterwards: somebody
    /// may have opened it just before, and would then hold a lock that nobody sees.
    /// </summary>
    /// <exception cref="JournalException"><see cref="JournalErrorKind.InUse"/>.</exception>
    public static FileStream Lock(string path)
    {
        try
        {
            return Open($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new JournalException(
                JournalErrorKind.InUse,
                path,
                $"Another run writes to the journal '{path}' ({exception.Message})",
                "Wait for it to end, or take another journal; of several machines each takes its own, with -Shard.",
                exception);
        }
    }

    public static FileStream OpenForWriting(string path) => Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);

    public static FileStream OpenForReading(string path) => Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    public static Exception Explain(Exception exception, string path) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => Unusable(
            exception, path, $"'{path}' cannot be found.", "Check the path; the folder of a journal has to be there."),
        IOException or UnauthorizedAccessException => Unusable(
            exception, path, $"The journal '{path}' cannot be opened: {exception.Message}", "Check the path and who may write there."),
        _ => exception,
    };

    private static JournalException Unusable(Exception exception, string path, string message, string remedy)
        => new(JournalErrorKind.Unusable, path, message, remedy, exception);

    /// <summary>Which companies somebody looks into is nobody else's business: where the system knows owners, only the owner reads it.</summary>
    private static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
#if NETSTANDARD
        return new FileStream(path, mode, access, share);
#else
        FileStreamOptions options = new() { Mode = mode, Access = access, Share = share };
        if (mode != FileMode.Open && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
#endif
    }
}
