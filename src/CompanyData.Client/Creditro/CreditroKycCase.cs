using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Creditro;

/// <summary>A KYC case. Its fields are not published: all are kept, and those that users need have properties where a case has them.</summary>
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

    /// <summary>
    /// All fields but those that a property of the same name shows as they came. Of the others that have such a property the name ends with
    /// <c>_raw</c>: a status that is an object, or a time in a form that cannot be read.
    /// </summary>
    [JsonIgnore]
    public override FieldMap? OtherFields
    {
        get
        {
            FieldMap others = [];
            foreach (KeyValuePair<string, object?> pair in _fields.Where(pair => !IsShown(pair.Key, pair.Value)))
            {
                others[Property(pair.Key, out _) ? pair.Key + JsonRepair.RawSuffix : pair.Key] = pair.Value;
            }

            return others.Count > 0 ? others : null;
        }
    }

    public override string ToString() => $"{Name} {Status}".Trim();

    private bool IsShown(string field, object? value) => Property(field, out object? property) && (value is null || (CreditroFields.IsScalar(value) && property is not null));

    /// <summary>The value of the property that has a field's own name.</summary>
    private bool Property(string field, out object? value)
    {
        (bool isProperty, value) = field.ToUpperInvariant() switch
        {
            "ID" => (true, Id),
            "NAME" => (true, Name),
            "COMPANYNUMBER" => (true, CompanyNumber),
            "STATUS" => (true, Status),
            "RISK" => (true, Risk),
            "CREATEDAT" => (true, CreatedAt),
            "UPDATEDAT" => (true, UpdatedAt),
            _ => (false, (object?)null),
        };
        return isProperty;
    }

    private string? Text(string[] names)
        => Convert.ToString(CreditroFields.Find(_fields, names), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private DateTime? Date(string[] names)
        => Text(names) is not { } text ? null
            : DateTimeConverter.TryParse(text, out DateTime value) || EpochTime.TryParse(text, out value) ? value
            : null;
}
