using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>A change of the domain's configuration. Source: powens.md, config/logs [docs 2021].</summary>
public sealed class PowensConfigurationChange : ApiObject
{
    public string? Id { get; set; }

    public DateTime? Timestamp { get; set; }

    /// <summary>The parameter.</summary>
    public string? Key { get; set; }

    /// <summary>add, update or delete; the list is open.</summary>
    public string? Type { get; set; }

    public FlexibleValue? PreviousValue { get; set; }

    public FlexibleValue? NewValue { get; set; }

    public string? IdUser { get; set; }

    public override string ToString() => $"{Key} {Type}";
}
