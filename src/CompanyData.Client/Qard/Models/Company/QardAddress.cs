using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A postal address. Source: qard.md, company profile [docs].</summary>
public sealed class QardAddress : ApiObject
{
    [JsonPropertyName("address_line1")]
    public string? AddressLine1 { get; set; }

    public string? City { get; set; }

    public string? PostalCode { get; set; }

    public string? Country { get; set; }

    /// <summary>Under the names of other data types the unknown fields may hold more; then they are shown too.</summary>
    public override string ToString()
    {
        string text = string.Join(", ", new[] { AddressLine1, $"{PostalCode} {City}".Trim(), Country }.Where(part => !string.IsNullOrEmpty(part)));
        return text.Length > 0 ? text : OtherFields?.ToString() ?? string.Empty;
    }
}
