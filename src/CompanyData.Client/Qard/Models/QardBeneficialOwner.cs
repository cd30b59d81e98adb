using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>Who owns or controls a company. Source: GET /users/{u}/beneficial-owners [seed]; fields are not published, all are kept.</summary>
public sealed class QardBeneficialOwner : QardUserData
{
    public string? Id { get; set; }
}
