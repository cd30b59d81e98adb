namespace CompanyData.Qonto;

/// <summary>Page numbers and total count of a list. Source: qonto.md, paging [docs].</summary>
internal sealed class QontoMeta
{
    public int? CurrentPage { get; set; }

    public int? TotalPages { get; set; }

    public long? TotalCount { get; set; }
}
