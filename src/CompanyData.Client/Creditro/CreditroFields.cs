using CompanyData.Json;

namespace CompanyData.Creditro;

/// <summary>
/// The names under which a case may carry the fields that users need. No document publishes them, so all of this is [inferred]: the first
/// name that an item has wins, and every field stays available under its own name.
/// </summary>
internal static class CreditroFields
{
    private static readonly string[] StatusParts = ["name", "code", "value", "status", "state", "level", "label", "type"];
    private static readonly string[] TimeParts = ["$date", "_seconds", "seconds", "date"];

    public static readonly string[] Id = ["id", "_id", "_id.$oid", "caseId", "kycCaseId", "uuid"];
    public static readonly string[] Name = ["name", "companyName", "title", "displayName", "company.name", "customer.name"];
    public static readonly string[] CompanyNumber = ["companyNumber", "registrationNumber", "cvr", "vat", "vatNumber", "company.registrationNumber", "company.cvr", "company.number"];
    public static readonly string[] Status = [.. WithParts("status", "state", "caseStatus")];
    public static readonly string[] Risk = [.. WithParts("risk", "riskLevel", "riskScore", "riskAssessment")];
    public static readonly string[] CreatedAt = [.. WithTimes("createdAt", "created_at", "created", "creationDate")];
    public static readonly string[] UpdatedAt = [.. WithTimes("updatedAt", "updated_at", "updated", "modifiedAt", "lastUpdated")];

    public static object? Find(FieldMap fields, string[] names)
        => names.Select(name => Walk(fields, name.Split('.'))).FirstOrDefault(IsScalar);

    /// <summary>Whether a single value can be shown; a map or a list cannot.</summary>
    public static bool IsScalar(object? value) => value is not null and not FieldMap and not ValueList<object?>;

    /// <summary>A status may be an object that says its name and more about it.</summary>
    private static IEnumerable<string> WithParts(params string[] names)
        => names.Concat(names.SelectMany(name => StatusParts.Select(part => $"{name}.{part}")));

    /// <summary>A time may be an object, as document databases write it.</summary>
    private static IEnumerable<string> WithTimes(params string[] names)
        => names.Concat(names.SelectMany(name => TimeParts.Select(part => $"{name}.{part}")));

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
