namespace CompanyData.Sandbox.Generation;

/// <summary>The source of all generated values: the same on every platform and for every order of calls.</summary>
internal static class Hash
{
    public static ulong Compute(int seed, string text, long number = 0)
    {
        var hash = 14695981039346656037UL ^ Mix((ulong)seed);
        foreach (var character in text)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return Mix(hash ^ Mix((ulong)number));
    }

    /// <summary>The finalizer of SplitMix64: every bit of the input moves about half of the output's.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    public static Guid Id(int seed, string text, long number = 0)
    {
        var high = Compute(seed, text, number);
        return ToGuid(high, Mix(high));
    }

    /// <summary>The first 64 bits of a GUID.</summary>
    public static ulong HighHalf(Guid id)
    {
        var bytes = id.ToByteArray();
        return ((ulong)BitConverter.ToUInt32(bytes, 0) << 32)
            | ((ulong)BitConverter.ToUInt16(bytes, 4) << 16)
            | BitConverter.ToUInt16(bytes, 6);
    }

    /// <summary>A GUID of version 4 out of 128 bits.</summary>
    public static Guid ToGuid(ulong high, ulong low) => new(
        (uint)(high >> 32),
        (ushort)(high >> 16),
        (ushort)((high & 0x0FFF) | 0x4000),
        (byte)(((low >> 56) & 0x3F) | 0x80),
        (byte)(low >> 48),
        (byte)(low >> 40),
        (byte)(low >> 32),
        (byte)(low >> 24),
        (byte)(low >> 16),
        (byte)(low >> 8),
        (byte)low);
}
