using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A person or company that runs or audits a company. Source: GET /users/{u}/company-officers [seed], fields [docs].</summary>
public sealed class QardCompanyOfficer : QardPerson
{
    public ValueList<QardOfficerRole> Roles { get; set => field = value ?? []; } = [];

    public FlexibleValue? Address { get; set; }

    /// <summary>The address in flat columns, as far as its shape is that of the documented addresses.</summary>
    [JsonIgnore]
    public string? AddressLine => AddressPart("address_line1", "address_line_1", "line_1", "street") ?? Address?.Value as string;

    [JsonIgnore]
    public string? PostalCode => AddressPart("postal_code", "zip_code");

    [JsonIgnore]
    public string? City => AddressPart("city");

    [JsonIgnore]
    public string? Country => AddressPart("country");

    public ValueList<FlexibleValue> Companies { get; set => field = value ?? []; } = [];

    public override string ToString() => Roles.Count == 0 ? Name ?? string.Empty : $"{Name} ({string.Join(", ", Roles)})";

    private string? AddressPart(params string[] names) => Address?.Value is FieldMap map
        ? names.Select(name => map.TryGetValue(name, out object? value) ? value?.ToString() : null).FirstOrDefault(text => !string.IsNullOrEmpty(text))
        : null;
}
