namespace CompanyData.Sandbox.Http;

/// <summary>A page of a list, counted from 1.</summary>
/// <param name="Number">Which.</param>
/// <param name="Size">Items on a page.</param>
/// <param name="Shift">By how many items the list has moved up: that many have gone from its start, or come where it is below 0.</param>
internal sealed record Page(int Number, int Size, int Shift)
{
    public long Start => ((Number - 1L) * Size) + Shift;

    public int TotalOf(int count) => count - Shift;

    public int LastOf(int count) => Math.Max(1, (int)((TotalOf(count) + (long)Size - 1) / Size));
}
