using System.Globalization;
using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Creditro;

/// <summary>A KYC case. Its fields are not published: all are kept, and those that people ask for have properties where a case has them.</summary>
public sealed class CreditroKycCase : ApiObject
{
    private FieldMap? _fields;

    [JsonIgnore]
    public string? Id => Text(CreditroFields.Id);

    [JsonIgnore]
    public string? Name => Text(CreditroFields.Name);

    /// <summary>For joins with dossiers.</summary>
    [JsonIgnore]
    public string? CompanyNumber => Text(CreditroFields.CompanyNumber);

    [JsonIgnore]
    public string? Status => Text(CreditroFields.Status);

    [JsonIgnore]
    public string? Risk => Text(CreditroFields.Risk);

    [JsonIgnore]
    public DateTime? CreatedAt => Date(CreditroFields.CreatedAt);

    [JsonIgnore]
    public DateTime? UpdatedAt => Date(CreditroFields.UpdatedAt);

    private FieldMap Fields => _fields ??= GetAdditionalFields();

    public override string ToString() => $"{Name} {Status}".Trim();

    public override bool Shows(string field) => CreditroFields.IsProperty(field);

    private string? Text(string[] names)
        => Convert.ToString(CreditroFields.Find(Fields, names), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private DateTime? Date(string[] names) => DateTimeConverter.TryParse(Text(names), out DateTime value) ? value : null;
}
