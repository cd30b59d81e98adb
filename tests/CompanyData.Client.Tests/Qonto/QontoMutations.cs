using System.Text.Json.Nodes;

namespace CompanyData.Client.Tests.Qonto;

/// <summary>Single changes to a valid registration, each with the rule that it breaks and where.</summary>
internal static class QontoMutations
{
    public static IReadOnlyDictionary<string, (Action<JsonObject> Apply, string Rule, string Pointer)> All { get; } = Build();

    private static Dictionary<string, (Action<JsonObject> Apply, string Rule, string Pointer)> Build()
    {
        Dictionary<string, (Action<JsonObject>, string, string)> all = new(StringComparer.Ordinal);
        Add("legal flow missing", "legal-flow-required", "/legal_flow", Remove);
        Add("legal flow null", "legal-flow-required", "/legal_flow", To(null));
        Add("legal flow in words", "legal-flow-known", "/legal_flow", To("Company creation"));
        Add("legal flow in capitals", "legal-flow-known", "/legal_flow", To("EXISTING_COMPANY"));
        Add("locale unknown", "locale-known", "/locale", To("nl"));
        Add("redirect relative", "redirect-url-absolute", "/partner_redirect_url", To("/back"));
        Add("redirect of a script", "redirect-url-absolute", "/partner_redirect_url", To("javascript:void(0)"));
        foreach (string field in (string[])["first_name", "last_name", "email"])
        {
            Add($"partner user without {field}", "partner-user-complete", $"/partner_user/{field}", Remove);
            Add($"partner user with a blank {field}", "partner-user-complete", $"/partner_user/{field}", To("  "));
        }

        Add("partner user's e-mail", "email-form", "/partner_user/email", To("nobody"));
        Add("organization missing", "organization-required", "/organization", Remove);
        Add("entity type", "entity-type-known", "/organization/entity_type", To("association"));
        Add("country by name", "country-form", "/organization/address/country", To("France"), French);
        Add("country in small letters", "country-form", "/organization/address/country", To("fr"), French);
        Add("country of three letters", "country-form", "/organization/address/country", To("FRA"), French);
        Add("French legal form", "legal-form-known", "/organization/legal_form", To("GmbH"), French);
        Add("VAT number of a creation", "vat-existing-company-only", "/organization/legal_vat_number", To("FR00123456789"), Creation);
        Add("German VAT number short", "vat-german-form", "/organization/legal_vat_number", To("DE12345678"), German);
        Add("German VAT number long", "vat-german-form", "/organization/legal_vat_number", To("DE1234567890"), German);
        Add("German VAT number French", "vat-german-form", "/organization/legal_vat_number", To("FR123456789"), German);
        Add("German VAT number in other digits", "vat-german-form", "/organization/legal_vat_number", To("DE١٢٣٤٥٦٧٨٩"), German);
        Add("German VAT number with a line break", "vat-german-form", "/organization/legal_vat_number", To("DE123456789\n"), German);
        Add("legal number missing", "legal-number-required", "/organization/legal_number", Remove, Existing);
        Add("registration date", "date-form", "/organization/legal_registration_date", To("29/02/2020"));
        Add("registration date that is none", "date-form", "/organization/legal_registration_date", To("2021-02-29"));
        Amounts("/organization/total_capital_amount");

        Add("no owner", "exactly-one-owner", "/stakeholders", (map, _) => map["stakeholders"]![0]!["is_owner"] = false);
        Add("no stakeholder", "exactly-one-owner", "/stakeholders", To(new JsonArray()));
        Add("two owners", "exactly-one-owner", "/stakeholders", (map, _) =>
        {
            map["stakeholders"]![1]!["is_owner"] = true;
            map["stakeholders"]![1]!["phone_number"] = "+33 123456789";
        });
        Add("owner in words", "exactly-one-owner", "/stakeholders", (map, _) => map["stakeholders"]![0]!["is_owner"] = "yes");
        Add("owner's phone missing", "owner-phone-required", "/stakeholders/0/phone_number", Remove);
        foreach (int index in (int[])[0, 1])
        {
            string person = $"/stakeholders/{index}";
            Add($"{person} e-mail missing", "stakeholder-email-required", $"{person}/email", Remove);
            Add($"{person} e-mail", "email-form", $"{person}/email", To("a@b"));
            Add($"{person} gender", "gender-known", $"{person}/gender", To("m"));
            Add($"{person} shareholding", "shareholding-type-known", $"{person}/shareholding_type", To("legal"));
            Add($"{person} nationality", "country-form", $"{person}/nationality", To("French"));
            Add($"{person} residence", "country-form", $"{person}/residence_address/country", To("F"));
            Add($"{person} phone", "phone-form", $"{person}/phone_number", To("0123456789"));
            Add($"{person} birth ahead", "birth-date-plausible", $"{person}/birth_date", To("2026-03-16"));
            Add($"{person} birth too far back", "birth-date-plausible", $"{person}/birth_date", To("1876-03-14"));
            Add($"{person} birth date", "date-form", $"{person}/birth_date", To("20.05.1980"));
            Add($"{person} birth country", "country-form", $"{person}/birth_address/country", To("france"));
            Add($"{person} French birth without postal code", "birth-postal-code-french", $"{person}/birth_address/postal_code", Remove, FrenchBirth(index));
            Add($"{person} capital missing", "capital-required", $"{person}/capital_amount", Remove);
            Add($"{person} capital null", "capital-required", $"{person}/capital_amount", To(null));
            Amounts($"{person}/capital_amount");
        }

        Add("physical without capital", "capital-zero-physical", "/stakeholders/0/capital_amount", ToField("value", "0"));
        Add("physical with 0.00", "capital-zero-physical", "/stakeholders/0/capital_amount", ToField("value", "0.00"));
        Add("representative of nobody", "capital-zero-needs-entities", "/stakeholders/1/capital_amount", (map, _) => ((JsonObject)map["stakeholders"]![1]!).Remove("legal_entities"));
        Add("representative of an empty list", "capital-zero-needs-entities", "/stakeholders/1/capital_amount", (map, _) => map["stakeholders"]![1]!["legal_entities"] = new JsonArray());
        foreach (string? capital in (string?[])[null, "0", "0.00", "-1", "much"])
        {
            Add($"entity with {capital ?? "null"}", "entity-capital-positive", "/stakeholders/1/legal_entities/0/capital_amount", To(capital));
        }

        Add("entity's capital missing", "entity-capital-positive", "/stakeholders/1/legal_entities/0/capital_amount", Remove);
        Add("entity's country", "country-form", "/stakeholders/1/legal_entities/0/legal_country", To("France"));
        foreach (string field in (string[])["client_id", "scopes", "state", "redirect_uri"])
        {
            Add($"OAuth without {field}", "oauth-complete", $"/oauth/{field}", Remove, OAuth);
        }

        return all;

        void Add(string name, string rule, string pointer, Action<JsonObject, string> change, Action<JsonObject>? before = null)
            => all.Add(name, (map => { before?.Invoke(map); change(map, pointer); }, rule, pointer));

        void Amounts(string pointer)
        {
            foreach (string value in (string[])["-1", "1,5", "1e3", "1 000", "ten", "NaN", "0x10", "1.2.3"])
            {
                Add($"{pointer} of {value}", "amount-form", pointer, (map, at) => Put(map, at, Amount(value, "EUR")));
            }

            Add($"{pointer} bare", "amount-form", pointer, To("100.00"));
            Add($"{pointer} without value", "amount-form", pointer, To(new JsonObject { ["currency"] = "EUR" }));
            Add($"{pointer} in dollars", "amount-currency", $"{pointer}/currency", (map, _) => Put(map, pointer, Amount("10.00", "USD")));
            Add($"{pointer} without currency", "amount-currency", $"{pointer}/currency", (map, _) => Put(map, pointer, Amount("10.00", null)));
        }
    }

    private static JsonObject Amount(string value, string? currency)
        => currency is null ? new() { ["value"] = value } : new() { ["value"] = value, ["currency"] = currency };

    private static void French(JsonObject map)
    {
        map["organization"]!["address"]!["country"] = "FR";
        map["organization"]!["entity_type"] = "company";
        ((JsonObject)map["organization"]!).Remove("legal_vat_number");
    }

    private static void Existing(JsonObject map) => map["legal_flow"] = "existing_company";

    private static void German(JsonObject map)
    {
        Existing(map);
        map["organization"]!["legal_number"] = "HRB 12345";
        map["organization"]!["address"]!["country"] = "DE";
    }

    private static void Creation(JsonObject map) => map["legal_flow"] = "company_creation";

    private static Action<JsonObject> FrenchBirth(int index) => map => map["stakeholders"]![index]!["birth_address"]!["country"] = "FR";

    private static void OAuth(JsonObject map) => map["oauth"] = SampleRegistrations.One()["oauth"]!.DeepClone();

    private static void Remove(JsonObject map, string pointer) => Parent(map, pointer, out string name).Remove(name);

    private static Action<JsonObject, string> To(JsonNode? value) => (map, pointer) => Put(map, pointer, value?.DeepClone());

    private static Action<JsonObject, string> ToField(string field, string value) => (map, pointer) => Put(map, $"{pointer}/{field}", value);

    private static void Put(JsonObject map, string pointer, JsonNode? value) => Parent(map, pointer, out string name)[name] = value;

    private static JsonObject Parent(JsonObject map, string pointer, out string name)
    {
        string[] parts = pointer.Substring(1).Split('/');
        name = parts[^1];
        JsonNode node = map;
        foreach (string part in parts[..^1])
        {
            node = node is JsonArray list ? list[int.Parse(part)]! : node[part]!;
        }

        return (JsonObject)node;
    }
}
