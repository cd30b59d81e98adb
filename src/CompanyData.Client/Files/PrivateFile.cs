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

    /// <summary>Writes a file beside the target under a temporary name and then gives it its own: it is there whole or not at all.</summary>
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
            }

            if (overwrite && File.Exists(path))
            {
                File.Delete(path);
            }

            File.Move(partial, path);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <exception cref="IOException">There is such a file, or a link of that name, already.</exception>
    public static FileStream Create(string path) => Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, FileOptions.Asynchronous);

    /// <summary>Adds to a file, or makes it; while it is open, nobody else can open it.</summary>
    public static FileStream OpenAlone(string path) => OpenOrCreate(path, FileShare.None);

    /// <summary>Adds to a file, or makes it.</summary>
    public static FileStream OpenOrCreate(string path, FileShare share) => Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, FileOptions.None);

    private static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share, FileOptions how)
    {
#if NETSTANDARD
        return OnNewerRuntime(path, mode, access, share, how) ?? new FileStream(path, mode, access, share, BufferSize, how);
#else
        FileStreamOptions options = new() { Mode = mode, Access = access, Share = share, Options = how, BufferSize = BufferSize };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
#endif
    }

#if NETSTANDARD
    /// <summary>This variant is for Windows PowerShell. On Unix it runs on a runtime that has what its own framework lacks.</summary>
    private static FileStream? OnNewerRuntime(string path, FileMode fileMode, FileAccess access, FileShare share, FileOptions how)
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
        Set("BufferSize", BufferSize);
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
