using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CompanyData.Files;

/// <summary>
/// Excludes other writers from a file but not readers. The lock belongs to the open file: it applies to every path of the file, needs no
/// lock file that could be deleted, and ends with the handle.
/// </summary>
/// <remarks>
/// On Unix, a share mode would also exclude .NET's readers, and <see cref="FileStream.Lock"/> would lock per process: it would not exclude
/// writers within the process and would end when anything in the process closed the same file. Linux has locks of the open file
/// description; on other Unix systems there is no lock.
/// </remarks>
internal static class FileLock
{
    private const int SetLock = 37; // F_OFD_SETLK
    private const short WriteLock = 1; // F_WRLCK
    private const int TryAgain = 11; // EAGAIN
    private const int AccessDenied = 13; // EACCES

    private static readonly bool IsLinux = OperatingSystem.IsLinux();

    /// <param name="file">A file that is open for writing.</param>
    /// <returns>False if another handle holds the lock. On a file system without locks the result is always true.</returns>
    public static bool TryAcquire(FileStream file) => Environment.OSVersion.Platform == PlatformID.Win32NT ? TryLockBeyondTheEnd(file) : TryLockWhole(file);

    /// <summary>Windows locks are mandatory, so this one covers a byte that nobody reads or writes.</summary>
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

    /// <summary><c>struct flock</c> on 64-bit systems; with only the kind set, it covers the whole file.</summary>
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
