namespace CompanyData.Sandbox.Http;

/// <summary>A page of a list, counted from 1.</summary>
internal sealed record Page(int Number, int Size)
{
    public long Start => (Number - 1L) * Size;

    public int LastOf(int total) => Math.Max(1, (int)((total + (long)Size - 1) / Size));
}
