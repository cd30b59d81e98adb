namespace CompanyData.Qonto;

/// <summary>Where a page stands in its list. Source: qonto.md, paging [docs].</summary>
internal sealed class QontoMeta
{
    public int? CurrentPage { get; set; }

    public int? TotalPages { get; set; }

    public long? TotalCount { get; set; }
}
