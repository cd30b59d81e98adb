using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qonto;

/// <summary>A registration as the seed's example shows it. [seed] Fields that were not sent are null [inferred].</summary>
internal static class RegistrationWriter
{
    private static readonly string[] OrganizationFields =
    [
        "entity_type", "legal_name", "legal_form", "legal_number", "legal_sector", "legal_registration_date", "legal_vat_number",
        "address", "total_capital_amount",
    ];

    private static readonly string[] StakeholderFields =
    [
        "capital_amount", "is_owner", "first_name", "last_name", "email", "gender", "phone_number", "nationality", "birth_date",
        "birth_address", "residence_address", "shareholding_type",
    ];

    private static readonly string[] LegalEntityFields = ["legal_name", "legal_number", "legal_country", "capital_amount"];

    public static void Write(Utf8JsonWriter json, QontoRegistration registration, DateTimeOffset now, string origin)
    {
        var (body, step) = (registration.Body, registration.LastStepAt(now));
        json.WriteStartObject();
        json.WriteString("id", registration.Id);
        json.WriteString("legal_flow", registration.LegalFlow);
        json.WriteStartObject("flow");
        json.WriteString("type", registration.FlowType);
        Inferred.QontoErrors.WriteAll(json, "breakdown", registration.Breakdown);
        json.WriteEndObject();
        json.WriteString("status", step.Status);
        json.WriteString("redirection_link", LinkOf(registration, now, origin));
        json.WriteSame(body, "partner_redirect_url");
        json.WriteString("created_at", QontoWriting.Milliseconds(registration.CreatedAt));
        json.WriteString("updated_at", QontoWriting.Milliseconds(step.At));
        json.WriteSame(body, "locale");
        json.WriteSame(body, "partner_user");
        WriteOrganization(json, registration);
        WriteStakeholders(json, registration);
        if (registration.Part is RegistrationPart.Strange)
        {
            WriteUnknownFields(json);
        }

        json.WriteEndObject();
    }

    public static string PathOf(QontoRegistration registration) => $"{QontoOnboardingPages.Path}/registrations/{registration.Id:D}";

    private static string? LinkOf(QontoRegistration registration, DateTimeOffset now, string origin) =>
        registration.Part is RegistrationPart.NoLink && registration.IsFreshAt(now) ? null : $"{origin}/{PathOf(registration)}";

    private static void WriteOrganization(Utf8JsonWriter json, QontoRegistration registration)
    {
        var organization = registration.Body.Find("organization");
        json.WriteStartObject("organization");
        json.WriteString("id", QontoWriting.OrganizationId(registration));
        WriteFields(json, organization, OrganizationFields);
        json.WriteEndObject();
    }

    private static void WriteStakeholders(Utf8JsonWriter json, QontoRegistration registration)
    {
        json.WriteStartArray("stakeholders");
        foreach (var (stakeholder, index) in ItemsOf(registration.Body, "stakeholders"))
        {
            var id = QontoWriting.StakeholderId(registration, index);
            json.WriteStartObject();
            json.WriteString("id", id);
            WriteFields(json, stakeholder, StakeholderFields);
            json.WriteStartArray("legal_entities");
            foreach (var (entity, number) in ItemsOf(stakeholder, "legal_entities"))
            {
                json.WriteStartObject();
                json.WriteString("id", QontoWriting.LegalEntityId(id, number));
                WriteFields(json, entity, LegalEntityFields);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<(JsonElement Item, int Index)> ItemsOf(JsonElement body, string name) =>
        body.Find(name)?.EnumerateArray().Select((item, index) => (item, index)) ?? [];

    private static void WriteFields(Utf8JsonWriter json, JsonElement? source, string[] names)
    {
        foreach (var name in names)
        {
            json.WriteSame(source, name);
        }
    }

    private static void WriteUnknownFields(Utf8JsonWriter json)
    {
        json.WriteString("new_field", "A field that no document names.");
        json.WriteNull("new_null");
        json.WriteStartObject("new_object");
        json.WriteNumber("number", 42);
        json.WriteList("list", ["nested"]);
        json.WriteEndObject();
    }
}
