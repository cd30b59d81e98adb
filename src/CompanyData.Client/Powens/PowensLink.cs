namespace CompanyData.Powens;

/// <summary>An address within an answer.</summary>
internal sealed class PowensLink
{
    public string? Href { get; set; }
}
