using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Qonto;

/// <summary>
/// Registrations that break no rule. The first stakeholder is the owner and a shareholder, the second represents a legal entity and
/// has no capital of its own; any number follows.
/// </summary>
internal static class SampleRegistrations
{
    public static readonly DateTime Today = new(2026, 3, 15, 0, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Forms = ["SAS", "SASU", "SARL", "EURL", "SELARL", "SNC", "SCI", "Autre société civile"];
    private static readonly string[] Locales = ["en", "fr", "it", "de", "es", "pt"];
    private static readonly string[] Genders = ["male", "female", "other"];

    public static Gen<string> Emails { get; } =
        from name in Letters(1, 8)
        from host in Letters(1, 8)
        from domain in Gen.Elements("test", "example", "co.test")
        from mark in Gen.Elements(string.Empty, ".x", "+tag", "'o", "_1")
        select $"{name}{mark}@{host}.{domain}";

    public static Gen<string> Phones { get; } =
        from prefix in Gen.Elements("+", "00")
        from country in Gen.Elements("33", "49", "1", "351")
        from space in Gen.Elements(" ", string.Empty)
        from national in Gen.ArrayOf(Gen.Elements("0123456789".ToCharArray()), 9)
        select $"{prefix}{country}{space}{new string(national)}";

    public static Gen<string> Amounts { get; } =
        from units in Gen.Choose(1, int.MaxValue)
        from cents in Gen.Choose(0, 99)
        from form in Gen.Elements("{0}", "{0}.{1:00}", "{0}.5", "{0}567890123.{1:00}")
        select string.Format(CultureInfo.InvariantCulture, form, units, cents);

    public static Gen<JsonObject> Valid { get; } =
        from organization in Gen.OneOf(ExistingCompanies, Creations, Freelancers, GermanCompanies)
        from locale in Gen.Elements(Locales)
        from email in Emails
        from owner in Owners
        from representative in Representatives
        from others in Gen.ArrayOf(Shareholders, 2)
        from number in Gen.Choose(0, 2)
        from oauth in Gen.Elements(null, OAuth(enabled: false), OAuth(enabled: true))
        select Registration(organization, locale, email, [owner, representative, .. others.Take(number)], oauth);

    /// <summary>Always the same.</summary>
    public static JsonObject One() => Registration(
        Organization("existing_company", "company", "FR", "SAS", "123456789", "FR00123456789", "1000.00"),
        "fr",
        "partner@example.test",
        [
            Person("owner@example.test", isOwner: true, "1980-05-20", "FR", "75001", "600.00", "physical", "+33 123456789"),
            Representing(Person("second@example.test", isOwner: false, "1975-01-31", "DE", null, "0", null, null), "400.00"),
        ],
        OAuth(enabled: true));

    private static Gen<(string Flow, JsonObject Organization)> ExistingCompanies =>
        from form in Gen.Elements(Forms)
        from capital in Amounts
        from vat in Gen.Elements(null, "FR00123456789")
        select ("existing_company", Organization("existing_company", "company", "FR", form, "123456789", vat, capital));

    private static Gen<(string Flow, JsonObject Organization)> Creations =>
        from form in Gen.Elements(Forms)
        from capital in Amounts
        select ("company_creation", Organization("company_creation", "company", "FR", form, null, null, capital));

    private static Gen<(string Flow, JsonObject Organization)> Freelancers =>
        from flow in Gen.Elements("existing_company", "company_creation")
        from form in Gen.Elements(null, "EI")
        select (flow, Organization(flow, "freelancer", "FR", form, "123456789", null, null));

    private static Gen<(string Flow, JsonObject Organization)> GermanCompanies =>
        from digits in Gen.ArrayOf(Gen.Elements("0123456789".ToCharArray()), 9)
        from capital in Amounts
        select ("existing_company", Organization("existing_company", "company", "DE", "GmbH", "HRB 12345", $"DE{new string(digits)}", capital));

    private static Gen<string> BirthDates =>
        from days in Gen.Choose(0, (int)(Today - Today.AddYears(-150)).TotalDays)
        select Today.AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Gen<JsonObject> Owners =>
        from email in Emails
        from birth in BirthDates
        from capital in Amounts
        from phone in Phones
        select Person(email, isOwner: true, birth, "FR", "75001", capital, "physical", phone);

    private static Gen<JsonObject> Representatives =>
        from email in Emails
        from birth in BirthDates
        from zero in Gen.Elements("0", "0.00")
        from capital in Amounts
        select Representing(Person(email, isOwner: false, birth, "DE", null, zero, null, null), capital);

    private static Gen<JsonObject> Shareholders =>
        from email in Emails
        from birth in BirthDates
        from capital in Amounts
        from gender in Gen.Elements(Genders)
        from phone in Gen.OneOf(Gen.Constant<string?>(null), from some in Phones select (string?)some)
        select With(Person(email, isOwner: false, birth, "IT", null, capital, "physical", phone), "gender", gender);

    private static Gen<string> Letters(int shortest, int longest) =>
        from length in Gen.Choose(shortest, longest)
        from letters in Gen.ArrayOf(Gen.Elements("abcdefghijklmnopqrstuvwxyz".ToCharArray()), length)
        select new string(letters);

    private static JsonObject Registration(
        (string Flow, JsonObject Organization) organization, string locale, string email, JsonObject[] stakeholders, JsonObject? oauth)
        => Registration(organization.Organization, locale, email, stakeholders, oauth, organization.Flow);

    private static JsonObject Registration(
        JsonObject organization, string locale, string email, JsonObject[] stakeholders, JsonObject? oauth, string flow = "existing_company")
    {
        JsonObject registration = new()
        {
            ["legal_flow"] = flow,
            ["locale"] = locale,
            ["partner_redirect_url"] = "https://partner.example.test/back",
            ["partner_user"] = new JsonObject { ["first_name"] = "Test", ["last_name"] = "Partner", ["email"] = email },
            ["organization"] = organization.DeepClone(),
            ["stakeholders"] = new JsonArray([.. stakeholders.Select(stakeholder => stakeholder.DeepClone())]),
        };
        if (oauth is not null)
        {
            registration["oauth"] = oauth.DeepClone();
        }

        return registration;
    }

    private static JsonObject Organization(
        string flow, string entityType, string country, string? form, string? number, string? vat, string? capital)
    {
        JsonObject organization = new()
        {
            ["legal_name"] = $"Example {flow}",
            ["entity_type"] = entityType,
            ["legal_registration_date"] = "2020-02-29",
            ["address"] = new JsonObject { ["line_1"] = "1 Example Street", ["postal_code"] = "75001", ["city"] = "Example", ["country"] = country },
        };
        return With(With(With(With(organization, "legal_form", form), "legal_number", number), "legal_vat_number", vat), "total_capital_amount", Amount(capital));
    }

    private static JsonObject Person(
        string email, bool isOwner, string birth, string birthCountry, string? birthPostalCode, string capital, string? shareholding, string? phone)
    {
        JsonObject birthAddress = With(new() { ["city"] = "Example", ["country"] = birthCountry }, "postal_code", birthPostalCode);
        JsonObject person = new()
        {
            ["is_owner"] = isOwner,
            ["first_name"] = "Test",
            ["last_name"] = "Person",
            ["email"] = email,
            ["gender"] = "other",
            ["nationality"] = "FR",
            ["birth_date"] = birth,
            ["birth_address"] = birthAddress,
            ["residence_address"] = new JsonObject { ["line_1"] = "2 Example Street", ["postal_code"] = "75002", ["city"] = "Example", ["country"] = "FR" },
            ["capital_amount"] = Amount(capital),
        };
        return With(With(person, "shareholding_type", shareholding), "phone_number", phone);
    }

    private static JsonObject Representing(JsonObject person, string capital) => With(person, "legal_entities", new JsonArray(new JsonObject
    {
        ["legal_name"] = "Example Holding",
        ["legal_number"] = "12345678900011",
        ["legal_country"] = "FR",
        ["capital_amount"] = capital,
    }));

    private static JsonObject? Amount(string? value) => value is null ? null : new() { ["value"] = value, ["currency"] = "EUR" };

    private static JsonObject OAuth(bool enabled) => enabled
        ? new()
        {
            ["generate_authorization_code"] = true,
            ["client_id"] = "client-of-a-test",
            ["scopes"] = "offline_access organization.read",
            ["state"] = "state-of-a-test",
            ["redirect_uri"] = "https://partner.example.test/code",
        }
        : new() { ["generate_authorization_code"] = false };

    private static JsonObject With(JsonObject map, string name, JsonNode? value)
    {
        if (value is not null)
        {
            map[name] = value;
        }

        return map;
    }
}
