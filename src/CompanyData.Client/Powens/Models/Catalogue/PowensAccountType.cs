using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>A kind of account. Source: powens.md, account_types [docs]; fields [docs 2021].</summary>
public sealed class PowensAccountType : ApiObject
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? DisplayName { get; set; }

    /// <summary>In the plural.</summary>
    public string? DisplayNameP { get; set; }

    public bool? IsInvest { get; set; }

    public string? IdParent { get; set; }

    public string? Color { get; set; }

    public override string ToString() => Name ?? Id ?? string.Empty;
}
