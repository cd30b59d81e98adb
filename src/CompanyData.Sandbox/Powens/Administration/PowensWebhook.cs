using System.Text.Json;
using CompanyData.Sandbox.Powens.Data;

namespace CompanyData.Sandbox.Powens;

/// <summary>An address that the domain calls. [docs 2021]</summary>
/// <param name="id">Its id.</param>
/// <param name="createdAt">When it was made.</param>
/// <param name="before">The ids of what had happened by then: it is not called for that.</param>
internal sealed class PowensWebhook(long id, DateTimeOffset createdAt, IEnumerable<long> before)
{
    private readonly HashSet<long> _before = [.. before];
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

    /// <summary>The calls that were made, oldest first.</summary>
    public List<WebhookDelivery> Deliveries { get; } = [];

    public bool IsFor(PowensEvent happened) =>
        string.Equals(happened.Type, Event, StringComparison.Ordinal) && (UserId ?? happened.User.Id) == happened.User.Id && !_before.Contains(happened.Id);

    /// <summary>Whether it has not been called for something yet, or without success until the time has come to try again.</summary>
    public bool IsDue(PowensEvent happened, DateTimeOffset now) =>
        Deliveries.Where(delivery => delivery.EventId == happened.Id).All(delivery => delivery.NextTry <= now);

    public WebhookDelivery Deliver(PowensEvent happened, DateTimeOffset now)
    {
        var delivery = new WebhookDelivery((id * 1000) + Deliveries.Count + 1, happened, now);
        Deliveries.Add(delivery);
        return delivery;
    }

    /// <summary>
    /// The call as it would have been made. A receiver whose host begins with <c>fail</c> answers 500, so that failed deliveries can be
    /// rehearsed.
    /// </summary>
    public WebhookDelivery Rehearse(PowensEvent happened, int index)
    {
        var delivery = new WebhookDelivery((id * 1000) + index + 1, happened, happened.At);
        delivery.Answer(new Uri(Url).Host.StartsWith("fail", StringComparison.Ordinal) ? 500 : 200, happened.At.AddSeconds(1));
        return delivery;
    }

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
