using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qonto.Inferred;

/// <summary>The parameters and the default size are [docs]; that too large a size is cut is [inferred].</summary>
internal static class QontoPaging
{
    public static Page PageOf(QueryString query) => new(
        query.Number("page") ?? 1,
        Math.Min(query.Number("per_page") ?? QontoDefaults.DefaultPageSize, QontoDefaults.LargestPageSize),
        query.Shift);
}
