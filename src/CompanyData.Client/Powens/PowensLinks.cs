namespace CompanyData.Powens;

/// <summary>Links to the other pages of a list. Source: powens.md, paging [docs].</summary>
internal sealed class PowensLinks
{
    public PowensLink? Next { get; set; }
}
