using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>Registered office of a company. Source: qard.md, company profile [docs].</summary>
public sealed class QardHeadquarter : ApiObject
{
    [JsonConverter(typeof(QardAddressConverter))]
    public QardAddress? Address { get; set; }

    public override string ToString() => Address?.ToString() ?? string.Empty;
}
