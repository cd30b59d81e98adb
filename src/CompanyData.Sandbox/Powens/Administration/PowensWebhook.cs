using System.Text.Json;
using CompanyData.Sandbox.Powens.Data;

namespace CompanyData.Sandbox.Powens;

/// <summary>An address that the domain calls. [docs 2021]</summary>
internal sealed class PowensWebhook(long id, DateTimeOffset createdAt)
{
    private readonly DateTimeOffset _createdAt = createdAt;
    private DateTimeOffset _updatedAt = createdAt;

    public long Id => id;

    public string Url { get; private set; } = "";

    public string? Event { get; private set; }

    public long? UserId { get; private set; }

    public long? AuthId { get; private set; }

    public JsonElement? Parameters { get; private set; }

    public void Change(PowensBody body, DateTimeOffset now)
    {
        if (body.Text("url") is { } url)
        {
            Url = Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "https" || address.IsLoopback)
                ? url
                : throw PowensException.Invalid("url", "it must be an absolute https address");
        }

        Event = body.Text("event") ?? Event;
        UserId = body.Number("id_user") ?? UserId;
        AuthId = body.Number("id_auth") ?? AuthId;
        Parameters = body.Find("params") ?? Parameters;
        _updatedAt = now;
    }

    /// <summary>
    /// The calls that synchronisations have caused since it was made. A receiver whose host begins with <c>fail</c> answers 500, so that
    /// failed deliveries can be rehearsed.
    /// </summary>
    public IEnumerable<WebhookDelivery> Deliveries(IEnumerable<PowensUser> users) => Event is not "CONNECTION_SYNCED" ? [] : users
        .Where(user => UserId is null || user.Id == UserId)
        .SelectMany(user => user.Connections, (user, connection) => (user, connection))
        .SelectMany(pair => pair.connection.Logs.Where(log => log.State is null && log.At >= _createdAt), (pair, log) => (pair.user, log.At))
        .OrderBy(row => row.At)
        .Select((row, index) => new WebhookDelivery((id * 1000) + index + 1, row.user.Id, row.At, !new Uri(Url).Host.StartsWith("fail", StringComparison.Ordinal)));

    public void WriteFields(Utf8JsonWriter json)
    {
        json.WriteNumber("id", id);
        json.WriteString("url", Url);
        json.WriteString("event", Event);
        json.WriteNumberOrNull("id_user", UserId);
        json.WriteNumberOrNull("id_auth", AuthId);
        if (Parameters is { } parameters)
        {
            json.WritePropertyName("params");
            parameters.WriteTo(json);
        }

        json.WriteTimeOrNull("created", _createdAt);
        json.WriteTimeOrNull("updated", _updatedAt);
        json.WriteTimeOrNull("deleted", null);
    }
}
