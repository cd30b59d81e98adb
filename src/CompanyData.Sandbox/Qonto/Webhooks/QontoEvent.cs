using System.Text.Json;
using CompanyData.Sandbox.Generation;

namespace CompanyData.Sandbox.Qonto;

/// <summary>What a webhook would have told. The fields and the form of its time are [docs].</summary>
internal sealed class QontoEvent(QontoRegistration registration, int number, StatusStep step)
{
    public const string OrganizationDeleted = "organizations.deleted";

    public DateTimeOffset At => step.At;

    public void Write(Utf8JsonWriter json)
    {
        var isDeletion = step.EventType == OrganizationDeleted;
        json.WriteStartObject();
        json.WriteString("id", Hash.Id(number, $"qonto event of {registration.Id:D}"));
        json.WriteString("event_type", step.EventType);
        json.WriteString("resource_type", isDeletion ? "organization" : "registration");
        json.WriteString("resource_id", isDeletion ? QontoWriting.OrganizationId(registration) : registration.Id);
        json.WriteString("created_at", QontoWriting.Seconds(step.At));
        json.WriteEndObject();
    }
}
