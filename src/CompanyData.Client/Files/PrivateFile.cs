#if NETSTANDARD
using System.Reflection;
using System.Runtime.ExceptionServices;
#endif

namespace CompanyData.Files;

/// <summary>
/// Creates files with confidential data. On Unix only the owner may read and write them, from the moment of creation. On Windows a
/// file inherits the permissions of its folder.
/// </summary>
internal static class PrivateFile
{
    private const int BufferSize = 81920;

    /// <summary>
    /// Replaces a file atomically: writes a temporary file in the same folder, flushes it to the disk and renames it. At any moment
    /// either the old or the new file exists, complete.
    /// </summary>
    /// <param name="path">The target file.</param>
    /// <param name="overwrite">Whether to replace an existing file.</param>
    /// <param name="write">Writes the content; if it fails, the temporary file is deleted.</param>
    /// <param name="cancellationToken">Ends it before the rename; the temporary file is deleted.</param>
    /// <exception cref="IOException">The target already exists or cannot be written.</exception>
    public static async Task SaveAsync(string path, bool overwrite, Func<FileStream, Task> write, CancellationToken cancellationToken = default)
    {
        if (!overwrite && File.Exists(path))
        {
            throw new IOException($"The file '{path}' already exists.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        string partial = PartialFile.NameFor(path);
        try
        {
            using (FileStream target = Create(partial))
            {
                // Held until it is closed: a process that removes what others left behind passes it over.
                FileLock.TryAcquire(target);
                await write(target).ConfigureAwait(false);
                target.Flush(flushToDisk: true);
            }

            cancellationToken.ThrowIfCancellationRequested();
            Rename(partial, path, overwrite);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static void Rename(string partial, string path, bool overwrite)
    {
        if (Directory.Exists(path))
        {
            // Otherwise a link to a folder would be replaced silently.
            throw new IOException($"'{path}' is a folder.");
        }

#if NETSTANDARD
        if (overwrite && File.Exists(path))
        {
            File.Replace(partial, path, destinationBackupFileName: null, ignoreMetadataErrors: true);
        }
        else
        {
            File.Move(partial, path);
        }
#else
        File.Move(partial, path, overwrite);
#endif
    }

    /// <exception cref="IOException">A file or a link with this name already exists.</exception>
    public static FileStream Create(string path) => Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, FileOptions.Asynchronous);

    /// <summary>As <see cref="Create"/>, to be written and read, and deleted when it is closed.</summary>
    public static FileStream CreateTemporary(string path) => Open(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, FileOptions.DeleteOnClose);

    /// <summary>Opens or creates an unbuffered file: a failed write is not repeated when the file is closed.</summary>
    public static FileStream OpenUnbuffered(string path, FileShare share)
        => Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, FileOptions.None, bufferSize: 1);

    /// <summary>Whether a file could not be opened or locked because another handle has it open.</summary>
    public static bool IsInUse(IOException exception)
    {
        const int SharingViolation = unchecked((int)0x80070020);
        const int LockViolation = unchecked((int)0x80070021);
        const int TryAgain = 11; // EAGAIN, as .NET reports it on Linux
        return exception.HResult is SharingViolation or LockViolation or TryAgain;
    }

    private static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share, FileOptions how, int bufferSize = BufferSize)
    {
#if NETSTANDARD
        return OnNewerRuntime(path, mode, access, share, how, bufferSize) ?? new FileStream(path, mode, access, share, bufferSize, how);
#else
        FileStreamOptions options = new() { Mode = mode, Access = access, Share = share, Options = how, BufferSize = bufferSize };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
#endif
    }

#if NETSTANDARD
    /// <summary>Creates the file with owner-only permissions by reflection: netstandard2.0 lacks the API, but the runtime on Unix has it.</summary>
    private static FileStream? OnNewerRuntime(string path, FileMode fileMode, FileAccess access, FileShare share, FileOptions how, int bufferSize)
    {
        const int UserReadAndWrite = 0x180;
        if (Environment.OSVersion.Platform != PlatformID.Unix || typeof(FileStream).Assembly.GetType("System.IO.FileStreamOptions") is not { } type)
        {
            return null;
        }

        object options = Activator.CreateInstance(type)!;
        Set("Mode", fileMode);
        Set("Access", access);
        Set("Share", share);
        Set("Options", how);
        Set("BufferSize", bufferSize);
        PropertyInfo mode = type.GetProperty("UnixCreateMode")!;
        mode.SetValue(options, Enum.ToObject(Nullable.GetUnderlyingType(mode.PropertyType)!, UserReadAndWrite));
        try
        {
            return (FileStream)Activator.CreateInstance(typeof(FileStream), path, options)!;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Capture(cause).Throw();
            throw;
        }

        void Set(string property, object value) => type.GetProperty(property)!.SetValue(options, value);
    }
#endif
}
