using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Inferred;

/// <summary>The parameters are [seen]; the sizes, and that too large a size is cut, are [inferred].</summary>
internal static class QardPaging
{
    private const int DefaultSize = 20;
    private const int LargestSize = 1000;

    public static Page PageOf(QueryString query) =>
        new(query.Number("page") ?? 1, Math.Min(query.Number("per_page") ?? DefaultSize, LargestSize), query.Shift);

    /// <summary>The page asked for, or null where the query asks for the whole list.</summary>
    public static Page? OptionalPageOf(QueryString query) =>
        query["page"] is null && query["per_page"] is null ? null : PageOf(query);
}
