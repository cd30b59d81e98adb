#if NETSTANDARD
using System.Reflection;
using System.Runtime.ExceptionServices;
#endif

namespace CompanyData.Transport;

/// <summary>
/// Collected data is nobody else's business: where the system knows owners, only the owner may read the file, from its first moment.
/// On Windows a file takes the rights of its folder.
/// </summary>
internal static class PrivateFile
{
    private const int BufferSize = 81920;

    /// <exception cref="IOException">There is such a file, or a link of that name, already.</exception>
    public static FileStream Create(string path) => Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, FileOptions.Asynchronous);

    /// <summary>Adds to a file, or makes it; while it is open, nobody else can open it.</summary>
    public static FileStream OpenAlone(string path) => Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.None);

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
