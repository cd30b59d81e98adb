using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CompanyData.Qard;

namespace CompanyData.Collection;

/// <summary>
/// One of several shards of a portfolio. The shard of a company depends only on its siren: the first four bytes of the SHA-256 of its nine
/// digits, as a big-endian number, modulo the number of shards. This does not change between versions.
/// </summary>
public sealed record CollectionShard
{
    /// <summary>Maximum number of shards.</summary>
    public const int MaxCount = 10_000;

    /// <exception cref="ArgumentException">The number or the count is out of range.</exception>
    public CollectionShard(int number, int count)
    {
        if (count is < 1 or > MaxCount || number < 1 || number > count)
        {
            throw new ArgumentException($"There is no shard {number} of {count}: shards are numbered from 1, as in 1/16 to 16/16, and the maximum is {MaxCount:#,0}.");
        }

        Number = number;
        Count = count;
    }

    /// <summary>Number of this shard, from 1.</summary>
    public int Number { get; }

    public int Count { get; }

    /// <summary>Parses <c>3/16</c>. PowerShell calls this to convert parameter values.</summary>
    /// <exception cref="ArgumentException">The text is not a shard.</exception>
    public static CollectionShard Parse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2 && TryRead(parts[0], out int number) && TryRead(parts[1], out int count)
            ? new(number, count)
            : throw new ArgumentException($"'{text}' is not a shard. Give its number and the number of shards, such as 3/16.");
    }

    /// <summary>Whether the company is in this shard.</summary>
    /// <param name="siren">A siren of nine digits.</param>
    public bool Contains(string siren)
    {
        byte[] digits = Encoding.ASCII.GetBytes(siren);
        return Contains(SHA256.HashData(digits));
    }

    /// <summary>As above, without a string.</summary>
    /// <param name="siren">An array that begins with nine digits.</param>
    public bool Contains(char[] siren)
    {
        Span<byte> digits = stackalloc byte[SirenNumber.Digits];
        Span<byte> hash = stackalloc byte[Sha256.ByteLength];
        Encoding.ASCII.GetBytes(siren.AsSpan(0, SirenNumber.Digits), digits);
        SHA256.HashData(digits, hash);
        return Contains(hash);
    }

    private bool Contains(ReadOnlySpan<byte> hash)
    {
        uint value = ((uint)hash[0] << 24) | ((uint)hash[1] << 16) | ((uint)hash[2] << 8) | hash[3];
        return value % (uint)Count == Number - 1;
    }

    public override string ToString() => $"{Number}/{Count}";

    private static bool TryRead(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
