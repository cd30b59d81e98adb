namespace CompanyData.Collection;

/// <summary>Opens a journal's file. Which companies somebody looks into is confidential, so only the owner may read it.</summary>
internal static class JournalFile
{
    /// <summary>Opens it for one writer; others can read it meanwhile.</summary>
    /// <exception cref="JournalException"><see cref="JournalErrorKind.InUse"/>.</exception>
    public static Stream OpenForWriting(IFileSystem files, string path) => files.TryOpenForWriting(path, FileShare.Read) ?? throw new JournalException(
        JournalErrorKind.InUse,
        path,
        $"Another run writes to the journal '{path}'.",
        "Wait for it to end, or use another journal; on several machines each needs its own, with -Shard.");

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
}
