using System.Security.Cryptography;

namespace CompanyData.Files;

/// <summary>SHA-256 as 64 lower-case hexadecimal digits, as <c>sha256sum</c> prints it.</summary>
internal static class Sha256
{
    public const int ByteLength = 32;
    public const int Length = 2 * ByteLength;

    public static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();

    /// <summary>Hashes a file without loading it into memory.</summary>
    public static string HashFile(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexString(SHA256.HashData(file)).ToLowerInvariant();
    }
}
