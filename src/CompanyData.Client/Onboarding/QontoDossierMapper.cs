using System.Globalization;
using System.Text.Json.Nodes;
using CompanyData.Collection;
using CompanyData.Dossiers;
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
        JsonNode[] stakeholders = [.. DossierPersons.From(dossier)
            .Where(person => person.IsBeneficialOwner || person.LastName is not null)
            .OrderBy(person => person.IsBeneficialOwner ? 0 : 1)
            .Select(Stakeholder)];
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

    /// <summary>One person, whatever the number of entries: whoever owns and runs the company is one stakeholder with the fields of both.</summary>
    private static JsonObject Stakeholder(DossierPerson person) => Compact(
        ("is_owner", false),
        ("first_name", person.FirstName),
        ("last_name", person.LastName),
        ("birth_date", person.BirthDate),
        ("nationality", person.Nationality),
        ("birth_address", Compact(
            ("postal_code", person.BirthPostalCode),
            ("city", person.BirthCity),
            ("country", person.BirthCountry))));

    /// <summary>Registers spell the legal form out; the service accepts the short form (the seed's list).</summary>
    private static string? ShortForm(string? form)
        => form is null ? null
            : Forms.FirstOrDefault(known => form.Equals(known, StringComparison.OrdinalIgnoreCase)
                || form.StartsWith(known + ",", StringComparison.OrdinalIgnoreCase) || form.StartsWith(known + " ", StringComparison.OrdinalIgnoreCase)) ?? form;

    private static JsonObject? Amount(Money? money)
        => money is null ? null : Compact(("value", money.Value.ToString(CultureInfo.InvariantCulture)), ("currency", money.Currency));

    private static string? Date(DateTime? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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
