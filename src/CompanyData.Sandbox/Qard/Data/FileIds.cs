using CompanyData.Sandbox.Generation;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>Ids of files. The second half of an id follows from the first, so that a known one is told without a list.</summary>
internal static class FileIds
{
    public static Guid Create(int seed, string topic, long number) => From(seed, Hash.Compute(seed, "file " + topic, number));

    public static bool IsKnown(int seed, Guid id) => From(seed, Hash.HighHalf(id)) == id;

    private static Guid From(int seed, ulong half)
    {
        var versioned = (half & ~0xF000UL) | 0x4000;
        return Hash.ToGuid(versioned, Hash.Compute(seed, "file", (long)versioned));
    }
}
