using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>An officer or owner in a dossier.</summary>
/// <param name="Item">The collected item.</param>
/// <param name="Fields">Fields by their JSON names.</param>
/// <param name="Name">Display name.</param>
/// <param name="IsOwner">True for a beneficial owner, false for an officer.</param>
internal sealed record PersonRecord(QardUserData Item, FieldMap Fields, string Name, bool IsOwner)
{
    public PersonIdentity Identity { get; } = PersonIdentity.From(Fields);

    public bool IsCompany => Identity.Siren is not null || (Fields.Text("last_name", "first_name", "birth_date") is null && Fields.Text("name") is not null);

    public static PersonRecord From(QardUserData item)
    {
        FieldMap fields = WireFields.From(item);
        return new(item, fields, NameOf(fields), item is QardBeneficialOwner);
    }

    public static string NameOf(FieldMap fields)
    {
        string person = $"{fields.Text("first_name")} {fields.Text("last_name")}".Trim();
        return person.Length > 0 ? person : fields.Text("name", "full_name", "company_name", "id") ?? "(no name)";
    }
}
