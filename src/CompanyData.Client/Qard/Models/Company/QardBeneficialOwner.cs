using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>Who owns or controls a company. Source: GET /users/{u}/beneficial-owners [seed]; fields are not published, all are kept.</summary>
public sealed class QardBeneficialOwner : QardUserData
{
    private static readonly string[] PersonNames = ["first_name", "last_name"];

    public string? Id { get; set; }

    /// <summary>The fields are not published, so any that looks like a name is taken.</summary>
    public override string ToString()
    {
        FieldMap fields = GetAdditionalFields();
        string name = string.Join(" ", PersonNames.Select(field => fields.TryGetValue(field, out object? value) ? value : null).OfType<string>());
        return name.Length > 0 ? name : fields.TryGetValue("name", out object? whole) && whole is string text ? text : Id ?? fields.ToString();
    }
}
