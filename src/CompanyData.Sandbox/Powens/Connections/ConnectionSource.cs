using System.Text.Json;
using CompanyData.Sandbox.Powens.Data;

namespace CompanyData.Sandbox.Powens;

/// <summary>The one source of a connection, and the consent that it rests on. [docs]</summary>
internal sealed class ConnectionSource(PowensConnection connection)
{
    private DateTimeOffset? _disabledAt;
    private DateTimeOffset? _consentEndsAt;

    public long Id => connection.Id;

    public bool HasEndedAt(DateTimeOffset now) => _consentEndsAt <= now;

    /// <summary>The end user has consented: for as long as the connector's consents last.</summary>
    public void Renew(DateTimeOffset now) => _consentEndsAt = now + connection.Connector.ConsentLife;

    public void SetDisabled(bool isDisabled, DateTimeOffset now) => _disabledAt = isDisabled ? _disabledAt ?? now : null;

    public void WriteFields(Utf8JsonWriter json, DateTimeOffset now)
    {
        json.WriteNumber("id", Id);
        json.WriteNumber("id_connection", connection.Id);
        json.WriteNumber("id_connector_source", connection.Connector.Id);
        json.WriteString("name", ConnectorWriter.SourceName(connection.Connector));
        json.WriteString("state", connection.StateAt(now));
        json.WriteTimeOrNull("created", connection.CreatedAt);
        json.WriteTimeOrNull("last_update", connection.LastUpdateAt(now));
        json.WriteTimeOrNull("disabled", _disabledAt);
        json.WriteTimeOrNull("expire", null);
        json.WriteTimeOrNull("next_try", connection.NextTry);
        json.WriteTimeOrNull("access_expire", _consentEndsAt);
    }
}
