namespace CompanyData.Collection;

/// <summary>Opens journal files. Only the owner may read them, because the list of collected companies is confidential.</summary>
internal static class JournalFile
{
    /// <summary>Opens a journal for a single writer; others can read it meanwhile.</summary>
    /// <exception cref="JournalException"><see cref="JournalErrorKind.InUse"/>.</exception>
    public static Stream OpenForWriting(IFileSystem files, string path) => files.TryOpenForWriting(path, FileShare.Read) ?? throw new JournalException(
        JournalErrorKind.InUse,
        path,
        $"Another run is writing to the journal '{path}'.",
        "Wait for it to end, or use another journal. With -Shard, each machine needs its own journal.");

    public static Exception Explain(Exception exception, string path) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => Unusable(
            exception, path, $"'{path}' cannot be found.", "Check the path; the folder of a journal must exist."),
        // .NET reports a file that may not grow any further as an argument out of range.
        IOException or UnauthorizedAccessException or ArgumentOutOfRangeException => Unusable(
            exception, path, $"The journal '{path}' cannot be opened: {exception.Message}", "Check the path and its permissions."),
        _ => exception,
    };

    private static JournalException Unusable(Exception exception, string path, string message, string remedy)
        => new(JournalErrorKind.Unusable, path, message, remedy, exception);
}
