using CompanyData.Json;

namespace CompanyData.Creditro;

/// <summary>
/// Possible names of the fields of a case. The fields are undocumented, so all names are [inferred]. The first name that an item has
/// is used; all other fields stay available under their own names.
/// </summary>
internal static class CreditroFields
{
    public static readonly string[] Id = ["id", "_id", "caseId", "kycCaseId", "uuid"];
    public static readonly string[] Name = ["name", "companyName", "title", "displayName", "company.name", "customer.name"];
    public static readonly string[] CompanyNumber = ["companyNumber", "registrationNumber", "cvr", "vat", "vatNumber", "company.registrationNumber", "company.cvr", "company.number"];
    public static readonly string[] Status = ["status", "state", "caseStatus"];
    public static readonly string[] Risk = ["risk", "riskLevel", "riskScore", "riskAssessment", "risk.level"];
    public static readonly string[] CreatedAt = ["createdAt", "created_at", "created", "creationDate"];
    public static readonly string[] UpdatedAt = ["updatedAt", "updated_at", "updated", "modifiedAt", "lastUpdated"];

    private static readonly HashSet<string> TopLevel = new(
        new[] { Id, Name, CompanyNumber, Status, Risk, CreatedAt, UpdatedAt }.Select(names => names[0]), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a property already shows the field.</summary>
    public static bool IsProperty(string field) => TopLevel.Contains(field);

    public static object? Find(FieldMap fields, string[] names)
        => names.Select(name => Walk(fields, name.Split('.'))).FirstOrDefault(value => value is not null and not FieldMap);

    private static object? Walk(FieldMap fields, string[] path)
    {
        object? value = fields;
        foreach (string name in path)
        {
            value = value is FieldMap map && map.TryGetValue(name, out object? inner) ? inner : null;
        }

        return value;
    }
}
