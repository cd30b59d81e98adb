using System.Text.Json;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>A subscription with a provider. Its id tells its connection, as an account's does.</summary>
internal sealed class PowensSubscription(PowensConnection connection, int index)
{
    public long Id { get; } = (connection.Id * 100) + index + 1;

    public PowensConnection Connection => connection;

    /// <summary>The second one is disabled: it shows with <c>?all</c> only.</summary>
    public bool IsDisabled => index == 1;

    /// <summary>The subscription object. [docs]</summary>
    public void Write(Utf8JsonWriter json, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteNumber("id", Id);
        json.WriteNumber("id_connection", connection.Id);
        json.WriteNumber("id_user", connection.UserId);
        json.WriteString("number", $"ABO-{Id:D6}");
        json.WriteString("label", $"Contrat {index + 1}");
        json.WriteString("subscriber", "Atelier Exemple SAS");
        json.WriteDateOrNull("validity", null);
        json.WriteDateOrNull("renewdate", ParisTime.From(connection.CreatedAt).Date.AddMonths(6));
        json.WriteTimeOrNull("disabled", IsDisabled ? connection.CreatedAt : null);
        json.WriteTimeOrNull("last_update", connection.LastUpdateAt(now));
        json.WriteEndObject();
    }
}
