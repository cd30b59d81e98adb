using System.Text.Json.Serialization;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>A tax return that was handed in to be read. Source: GET /input/users/{u}/tax-returns [docs].</summary>
public sealed class QardTaxReturnInput : QardUserData, IIdentified
{
    /// <summary>The id under the name that the commands use for it.</summary>
    [JsonIgnore]
    public string? InputId => Id;

    public string? Id { get; set; }

    /// <summary>One of <see cref="ProcessStatusText"/>; the list is open.</summary>
    public string? ProcessStatus { get; set; }

    public string? TaxReturnId { get; set; }

    public string? ErrorMessage { get; set; }

    public FlexibleValue? Data { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    public override string ToString() => $"{Id} {ProcessStatus}".Trim();
}
