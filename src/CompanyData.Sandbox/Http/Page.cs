namespace CompanyData.Sandbox.Http;

/// <summary>A page of a list.</summary>
/// <param name="Number">Page number, from 1.</param>
/// <param name="Size">Items on a page.</param>
/// <param name="Shift">By how many items the list has moved up: removed from its start if positive, inserted if negative.</param>
internal sealed record Page(int Number, int Size, int Shift)
{
    public long Start => ((Number - 1L) * Size) + Shift;

    public int TotalOf(int count) => count - Shift;

    public int LastOf(int count) => Math.Max(1, (int)((TotalOf(count) + (long)Size - 1) / Size));
}
