using System.Globalization;
using System.Text.Json;
using CompanyData.Json;

namespace CompanyData.Creditro;

/// <summary>A KYC case. The fields are undocumented: all are kept, and the common ones have properties.</summary>
public sealed class CreditroKycCase : ApiObject
{
    private readonly FieldMap _fields;

    internal CreditroKycCase(Dictionary<string, JsonElement> fields)
    {
        Extension = fields;
        _fields = GetAdditionalFields();
    }

    public string? Id => Text(CreditroFields.Id);

    public string? Name => Text(CreditroFields.Name);

    /// <summary>Registration number, which links the case to a dossier.</summary>
    public string? CompanyNumber => Text(CreditroFields.CompanyNumber);

    public string? Status => Text(CreditroFields.Status);

    public string? Risk => Text(CreditroFields.Risk);

    public DateTime? CreatedAt => Date(CreditroFields.CreatedAt);

    public DateTime? UpdatedAt => Date(CreditroFields.UpdatedAt);

    public override string ToString() => $"{Name} {Status}".Trim();

    public override bool Shows(string field) => CreditroFields.IsProperty(field);

    private string? Text(string[] names)
        => Convert.ToString(CreditroFields.Find(_fields, names), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private DateTime? Date(string[] names) => DateTimeConverter.TryParse(Text(names), out DateTime value) ? value : null;
}
