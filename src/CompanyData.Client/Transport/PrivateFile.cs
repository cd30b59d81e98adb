namespace CompanyData.Transport;

/// <summary>Files that are nobody else's business: where the system knows owners, only the owner reads a new one.</summary>
internal static class PrivateFile
{
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share, FileOptions options = FileOptions.None)
    {
#if NETSTANDARD
        return new FileStream(path, mode, access, share, 4096, options);
#else
        FileStreamOptions how = new() { Mode = mode, Access = access, Share = share, Options = options };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open)
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, how);
#endif
    }
}
