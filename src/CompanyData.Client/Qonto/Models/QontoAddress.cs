using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qonto;

/// <summary>A postal address. Source: the registration of the seed.</summary>
public sealed class QontoAddress : ApiObject
{
    [JsonPropertyName("line_1")]
    public string? Line1 { get; set; }

    [JsonPropertyName("line_2")]
    public string? Line2 { get; set; }

    public string? PostalCode { get; set; }

    public string? City { get; set; }

    public string? Country { get; set; }

    public override string ToString()
        => string.Join(", ", new[] { Line1, Line2, $"{PostalCode} {City}".Trim(), Country }.Where(part => !string.IsNullOrEmpty(part)));
}
