#if NETSTANDARD
using System.Reflection;
using System.Runtime.ExceptionServices;
#endif

namespace CompanyData.Files;

/// <summary>
/// Collected data is nobody else's business: where the system knows owners, only the owner may read the file, from its first moment.
/// On Windows a file takes the rights of its folder.
/// </summary>
internal static class PrivateFile
{
    private const int BufferSize = 81920;

    /// <summary>
    /// Writes a file beside the target under a temporary name, has it on the disk, and then gives it its own name in one step: at any moment
    /// there is the old file or the new one, whole.
    /// </summary>
    /// <param name="path">The target.</param>
    /// <param name="overwrite">Whether a file that is there already is replaced.</param>
    /// <param name="write">Writes the content; where it fails, nothing is left behind.</param>
    /// <exception cref="IOException">The target exists already, or cannot be written.</exception>
    public static async Task SaveAsync(string path, bool overwrite, Func<FileStream, Task> write)
    {
        if (!overwrite && File.Exists(path))
        {
            throw new IOException($"The file '{path}' exists already.");
        }

        string partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            using (FileStream target = Create(partial))
            {
                await write(target).ConfigureAwait(false);
                target.Flush(flushToDisk: true);
            }

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
            // A link to a folder would be replaced without a word.
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

    /// <exception cref="IOException">There is such a file, or a link of that name, already.</exception>
    public static FileStream Create(string path) => Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, FileOptions.Asynchronous);

    /// <summary>Opens or creates a file without a buffer: a write that failed is not attempted again when the file is closed.</summary>
    public static FileStream OpenUnbuffered(string path, FileShare share)
        => Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, FileOptions.None, bufferSize: 1);

    /// <summary>Whether a file could not be opened or locked because somebody else has it open.</summary>
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
    /// <summary>This variant is for Windows PowerShell. On Unix it runs on a runtime that has what its own framework lacks.</summary>
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
