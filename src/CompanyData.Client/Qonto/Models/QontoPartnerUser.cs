using CompanyData.Json;

namespace CompanyData.Qonto;

/// <summary>The person who owns the flow on the partner's side. Source: the registration of the seed.</summary>
public sealed class QontoPartnerUser : ApiObject
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public override string ToString() => $"{FirstName} {LastName} <{Email}>";
}
