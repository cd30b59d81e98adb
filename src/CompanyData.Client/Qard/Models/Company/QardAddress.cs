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

    public override string ToString()
        => string.Join(", ", new[] { AddressLine1, $"{PostalCode} {City}".Trim(), Country }.Where(part => !string.IsNullOrEmpty(part)));
}
