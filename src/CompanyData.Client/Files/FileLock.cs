using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CompanyData.Files;

/// <summary>
/// Keeps other writers out of a file while readers may read it. The lock belongs to the open file: any other name for the file leads to
/// the same lock, there is no second file that somebody could delete, and the lock ends with the handle.
/// </summary>
/// <remarks>
/// On Unix a share mode would also keep out .NET's readers, and <see cref="FileStream.Lock"/> would lock per process: it would not hold
/// within the process, and would end as soon as anything in the process closed the same file. Linux has locks of the open file description;
/// other systems are not locked.
/// </remarks>
internal static class FileLock
{
    private const int SetLock = 37; // F_OFD_SETLK
    private const short WriteLock = 1; // F_WRLCK
    private const int TryAgain = 11; // EAGAIN
    private const int AccessDenied = 13; // EACCES

#if NETSTANDARD
    private static readonly bool IsLinux = RuntimeInformation.IsOSPlatform(OSPlatform.Linux);
#else
    private static readonly bool IsLinux = OperatingSystem.IsLinux();
#endif

    /// <param name="file">Open for writing.</param>
    /// <returns>False where somebody else holds the lock. A file system without locks always grants it.</returns>
    public static bool TryAcquire(FileStream file) => Environment.OSVersion.Platform == PlatformID.Win32NT ? TryLockBeyondTheEnd(file) : TryLockWhole(file);

    /// <summary>Windows enforces locks, so this one covers a byte that nobody reads or writes.</summary>
    private static bool TryLockBeyondTheEnd(FileStream file)
    {
        try
        {
#pragma warning disable CA1416 // Not called on macOS.
            file.Lock(long.MaxValue - 1, 1);
#pragma warning restore CA1416
            return true;
        }
        catch (IOException exception) when (PrivateFile.IsInUse(exception))
        {
            return false;
        }
    }

    private static bool TryLockWhole(FileStream file)
    {
        if (!IsLinux || IntPtr.Size != sizeof(long))
        {
            return true;
        }

        Region whole = new() { Kind = WriteLock };
        return Control(file.SafeFileHandle, SetLock, ref whole) == 0 || Marshal.GetLastWin32Error() is not (TryAgain or AccessDenied);
    }

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeFileHandle file, int command, ref Region region);

    /// <summary><c>struct flock</c> on 64 bits; all zeros but the kind mean the whole file.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Region
    {
        public short Kind;
        public short Whence;
        public long Start;
        public long Length;
        public int Process;
    }
}
