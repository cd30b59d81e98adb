using System.Text.Json;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens;

/// <summary>One call of a webhook. [docs 2021]</summary>
internal sealed class WebhookDelivery(long id, PowensEvent happened, DateTimeOffset at)
{
    private DateTimeOffset? _answeredAt;
    private int? _status;

    public long EventId => happened.Id;

    public long UserId => happened.User.Id;

    public DateTimeOffset At => at;

    public bool IsAnswered => _answeredAt is not null;

    /// <summary>When it is made again; null where it was taken, or is under way.</summary>
    public DateTimeOffset? NextTry => IsAnswered && _status is not (>= 200 and < 300) ? at + PowensDefaults.RetryDelay : null;

    public void Answer(int? status, DateTimeOffset now) => (_status, _answeredAt) = (status, now);

    public void WriteFields(Utf8JsonWriter json)
    {
        json.WriteNumber("id", id);
        json.WriteNumber("id_webhook_data", EventId);
        json.WriteNumber("id_user", UserId);
        json.WriteTimeOrNull("timestamp", at);
        json.WriteTimeOrNull("response_date", _status is null ? null : _answeredAt);
        json.WriteNumberOrNull("response_code", _status);
        json.WriteTimeOrNull("next_try", NextTry);
    }
}
