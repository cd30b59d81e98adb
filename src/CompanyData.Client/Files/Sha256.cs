using System.Security.Cryptography;

namespace CompanyData.Files;

/// <summary>SHA-256 as 64 lower-case hexadecimal digits, as <c>sha256sum</c> prints it.</summary>
internal static class Sha256
{
    public const int Length = 64;

    public static string Hash(byte[] bytes)
    {
#if NETSTANDARD
        using SHA256 algorithm = SHA256.Create();
        return Hex(algorithm.ComputeHash(bytes));
#else
        return Hex(SHA256.HashData(bytes));
#endif
    }

    /// <summary>Hashes a file without loading it into memory.</summary>
    public static string HashFile(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using SHA256 algorithm = SHA256.Create();
        return Hex(algorithm.ComputeHash(file));
    }

    private static string Hex(byte[] hash)
    {
#if NETSTANDARD
        return BitConverter.ToString(hash).Replace("-", string.Empty).ToLowerInvariant();
#else
        return Convert.ToHexString(hash).ToLowerInvariant();
#endif
    }
}
