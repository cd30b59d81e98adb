using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>A monthly bill of a subscription, 0 the newest.</summary>
internal sealed class PowensDocument(PowensSubscription subscription, int index)
{
    public long Id { get; } = (subscription.Id * 1000) + index + 1;

    public string FileName => $"facture-{Id}.pdf";

    /// <summary>An invoice, and a report at the end of each year.</summary>
    public int TypeId => index % 12 == 11 ? ReferenceTables.Report : ReferenceTables.Invoice;

    public decimal Total => 119.88m + index;

    public DateTime Date => ParisTime.From(subscription.Connection.CreatedAt).Date.AddMonths(-index);

    /// <summary>The document object. [docs]</summary>
    public void Write(Utf8JsonWriter json, DateTimeOffset now, string origin)
    {
        json.WriteStartObject();
        json.WriteNumber("id", Id);
        json.WriteNumber("id_user", subscription.Connection.UserId);
        json.WriteNumber("id_subscription", subscription.Id);
        json.WriteNumber("id_type", TypeId);
        json.WriteNumber("id_file", Id);
        json.WriteString("name", $"Facture {Date:yyyy-MM}");
        json.WriteTime("date", Date);
        json.WriteDateOrNull("duedate", index % 3 == 2 ? null : Date.AddDays(30));
        json.WriteNumberOrNull("total_amount", Total);
        json.WriteNumberOrNull("untaxed_amount", 99.90m + index);
        json.WriteNumberOrNull("vat", 19.98m);
        json.WriteBoolean("income", false);
        json.WriteString("url", $"{origin}/{SandboxHandler.PowensPath}/users/me/documents/{Id}/file");
        json.WriteString("number", $"F-{Id}");
        json.WriteString("issuer", subscription.Connection.Connector.Name);
        json.WritePropertyName("currency");
        PowensCurrency.Euro.Write(json);
        json.WriteTimeOrNull("last_update", subscription.Connection.LastUpdateAt(now));
        json.WriteEndObject();
    }
}
