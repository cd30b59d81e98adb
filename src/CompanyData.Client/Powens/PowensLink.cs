namespace CompanyData.Powens;

/// <summary>A link in a response.</summary>
internal sealed class PowensLink
{
    public string? Href { get; set; }
}
