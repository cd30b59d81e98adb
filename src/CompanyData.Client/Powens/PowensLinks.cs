namespace CompanyData.Powens;

/// <summary>Where a list goes on. Source: powens.md, paging [docs].</summary>
internal sealed class PowensLinks
{
    public PowensLink? Next { get; set; }
}
