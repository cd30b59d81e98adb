using System.Globalization;
using System.Text.Json.Nodes;
using CompanyData.Collection;
using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Onboarding;

/// <summary>Fills in a registration from a dossier. Missing data is left out and reported by the rules; nothing is guessed.</summary>
public static class QontoDossierMapper
{
    private static readonly string[] Forms = ["SASU", "SAS", "SELARL", "SARL", "EURL", "SNC", "SCI"];

    public static JsonObject Map(CompanyDossier dossier, JsonObject partnerUser, string legalFlow, string locale)
    {
        JsonObject registration = new()
        {
            ["legal_flow"] = legalFlow,
            ["locale"] = locale,
            ["partner_user"] = partnerUser,
            ["organization"] = Organization(dossier, legalFlow),
        };
        JsonNode[] stakeholders = [.. dossier.BeneficialOwners.Select(Owner).Concat(dossier.Officers.Where(IsPerson).Select(Officer))
            .Select((person, index) => (person, key: Key(person, index)))
            .GroupBy(pair => pair.key, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.Select(pair => pair.person).Aggregate(Complete))];
        if (stakeholders.Length > 0)
        {
            registration["stakeholders"] = new JsonArray(stakeholders);
        }

        return registration;
    }

    private static JsonObject Organization(CompanyDossier dossier, string legalFlow)
    {
        QardCompanyProfile? profile = dossier.Profile;
        QardAddress? address = profile?.Headquarter?.Address;
        return Compact(
            ("legal_name", profile?.Name ?? dossier.Name),
            ("legal_form", ShortForm(profile?.Legal?.Form)),
            ("legal_number", dossier.Siren),
            ("legal_sector", profile?.Activity?.ApeCode),
            ("legal_registration_date", Date(profile?.RegistrationDate)),
            ("legal_vat_number", legalFlow == "existing_company" ? profile?.VatNumber : null),
            ("total_capital_amount", Amount(profile?.Capital?.Amount)),
            ("address", address is null ? null : Compact(
                ("line_1", address.AddressLine1), ("postal_code", address.PostalCode), ("city", address.City), ("country", address.Country))));
    }

    /// <summary>The fields of beneficial owners are undocumented; this reads the field names that officers have.</summary>
    private static JsonObject Owner(QardBeneficialOwner owner)
    {
        FieldMap fields = owner.GetAdditionalFields();
        return Compact(
            ("is_owner", false),
            ("first_name", Text(fields, "first_name")),
            ("last_name", Text(fields, "last_name")),
            ("birth_date", Text(fields, "birth_date")),
            ("nationality", Text(fields, "nationality")));
    }

    private static JsonObject Officer(QardCompanyOfficer officer) => Compact(
        ("is_owner", false),
        ("first_name", officer.FirstName),
        ("last_name", officer.LastName),
        ("birth_date", Date(officer.BirthDate)),
        ("nationality", officer.Nationality),
        ("birth_address", Compact(("postal_code", officer.BirthPostalCode), ("city", officer.BirthCity), ("country", officer.BirthCountry))));

    /// <summary>Persons with the same name and birth date are the same person; a person without a name matches no other.</summary>
    private static string Key(JsonObject person, int index)
        => person["last_name"] is null ? $"#{index}" : $"{person["first_name"]} {person["last_name"]} {person["birth_date"]}";

    /// <summary>Merges the fields of an owner who is also an officer.</summary>
    private static JsonObject Complete(JsonObject person, JsonObject same)
    {
        foreach (KeyValuePair<string, JsonNode?> field in same.Where(field => !person.ContainsKey(field.Key)).ToArray())
        {
            person[field.Key] = field.Value?.DeepClone();
        }

        return person;
    }

    private static bool IsPerson(QardCompanyOfficer officer) => !string.IsNullOrWhiteSpace(officer.LastName);

    /// <summary>Registers spell the legal form out; the service accepts the short form (the seed's list).</summary>
    private static string? ShortForm(string? form)
        => form is null ? null
            : Forms.FirstOrDefault(known => form.Equals(known, StringComparison.OrdinalIgnoreCase)
                || form.StartsWith(known + ",", StringComparison.OrdinalIgnoreCase) || form.StartsWith(known + " ", StringComparison.OrdinalIgnoreCase)) ?? form;

    private static JsonObject? Amount(Money? money)
        => money is null ? null : Compact(("value", money.Value.ToString(CultureInfo.InvariantCulture)), ("currency", money.Currency));

    private static string? Date(DateTime? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(FieldMap fields, string name) => fields.TryGetValue(name, out object? value) ? value as string : null;

    private static JsonObject Compact(params (string Name, object? Value)[] fields)
    {
        JsonObject map = [];
        foreach ((string name, object? value) in fields)
        {
            switch (value)
            {
                case null or JsonObject { Count: 0 }:
                    break;
                case JsonNode node:
                    map[name] = node;
                    break;
                case bool flag:
                    map[name] = flag;
                    break;
                default:
                    map[name] = value.ToString();
                    break;
            }
        }

        return map;
    }
}
