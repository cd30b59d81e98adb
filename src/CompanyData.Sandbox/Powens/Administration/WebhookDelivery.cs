using System.Text.Json;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens;

/// <summary>One call of a webhook. [docs 2021]</summary>
internal sealed record WebhookDelivery(long Id, long UserId, DateTimeOffset At, bool IsTaken)
{
    public void WriteFields(Utf8JsonWriter json)
    {
        json.WriteNumber("id", Id);
        json.WriteNumber("id_webhook_data", Id);
        json.WriteNumber("id_user", UserId);
        json.WriteTimeOrNull("timestamp", At);
        json.WriteTimeOrNull("response_date", At.AddSeconds(1));
        json.WriteNumber("response_code", IsTaken ? 200 : 500);
        json.WriteTimeOrNull("next_try", IsTaken ? null : At + PowensDefaults.RetryDelay);
    }
}
