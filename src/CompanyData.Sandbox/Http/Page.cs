namespace CompanyData.Sandbox.Http;

/// <summary>A page of a list. [seen] for the parameters and the envelope, [inferred] for the sizes.</summary>
internal sealed record Page(int Number, int Size)
{
    private const int DefaultSize = 20;
    private const int LargestSize = 1000;

    public static Page From(QueryString query) =>
        new(query.Number("page") ?? 1, Math.Min(query.Number("per_page") ?? DefaultSize, LargestSize));

    /// <summary>The page asked for, or null where the query asks for the whole list.</summary>
    public static Page? FromOptional(QueryString query) =>
        query["page"] is null && query["per_page"] is null ? null : From(query);

    public long Start => (Number - 1L) * Size;

    public int LastOf(int total) => Math.Max(1, (int)((total + (long)Size - 1) / Size));
}
