using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>Identity of a company. Source: GET /users/{u}/company-profile [seed], fields [docs].</summary>
public sealed class QardCompanyProfile : QardUserData
{
    public string? Name { get; set; }

    public string? RegistrationNumber { get; set; }

    public QardLegal? Legal { get; set; }

    public QardCapital? Capital { get; set; }

    public QardActivity? Activity { get; set; }

    public QardHeadquarter? Headquarter { get; set; }

    /// <summary>The address of the seat in flat columns.</summary>
    [JsonIgnore]
    public string? AddressLine => Headquarter?.Address?.AddressLine1;

    [JsonIgnore]
    public string? PostalCode => Headquarter?.Address?.PostalCode;

    [JsonIgnore]
    public string? City => Headquarter?.Address?.City;

    [JsonIgnore]
    public string? Country => Headquarter?.Address?.Country;

    public string? VatNumber { get; set; }

    public DateTime? RegistrationDate { get; set; }

    public string? RegistrationCourt { get; set; }

    public string? BusinessCategory { get; set; }

    public string? Staff { get; set; }

    public int? StaffYear { get; set; }

    public string? AcronymName { get; set; }

    public ValueList<string> BusinessNames { get; set => field = value ?? []; } = [];

    public ValueList<string> CommercialNames { get; set => field = value ?? []; } = [];

    public DateTime? InseeClosingDate { get; set; }

    public DateTime? RncsRegistrationDate { get; set; }

    public DateTime? RncsClosingDate { get; set; }

    public override string ToString() => RegistrationNumber is null ? Name ?? string.Empty : $"{Name} ({RegistrationNumber})";
}
