using System.Globalization;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;

namespace CompanyData.Sandbox.Powens;

/// <summary>The domain's webhooks, what signs them, and what they are called for. [docs 2021]</summary>
internal sealed class WebhookRegistry(PowensState state)
{
    private readonly List<PowensEvent> _ofUsers = [];
    private long _made;

    public List<PowensWebhook> Webhooks { get; } = [];

    public List<WebhookSecret> Secrets { get; } = [];

    /// <summary>Whether a server makes the calls; without one the deliveries are those that there would have been.</summary>
    public bool AreDelivered { get; set; }

    public PowensWebhook Add(PowensBody body)
    {
        var webhook = new PowensWebhook(++_made, state.Now, Events().Select(happened => happened.Id));
        webhook.Change(body, state.Now);
        Webhooks.Add(webhook);
        return webhook;
    }

    public PowensWebhook Find(string id) =>
        Webhooks.Find(webhook => PowensWriting.IsId(webhook.Id, id)) ?? throw ApiException.NotFound("Webhook");

    public WebhookSecret? SecretOf(PowensWebhook webhook) => Secrets.Find(secret => secret.Id == webhook.AuthId);

    public void Note(string type, PowensUser user) => _ofUsers.Add(new((user.Id * 10) + (type is PowensEvent.UserCreated ? 1 : 2), type, user, Connection: null, state.Now));

    /// <summary>What a webhook is called for, oldest first.</summary>
    public IEnumerable<PowensEvent> EventsOf(PowensWebhook webhook) => Events().Where(webhook.IsFor).OrderBy(happened => happened.At).ThenBy(happened => happened.Id);

    public IEnumerable<WebhookDelivery> DeliveriesOf(PowensWebhook webhook) =>
        AreDelivered ? webhook.Deliveries : EventsOf(webhook).Select(webhook.Rehearse);

    /// <summary>Webhooks are for permanent users only. [docs 2021]</summary>
    private IEnumerable<PowensEvent> Events() => _ofUsers.Concat(state.Users.SelectMany(SyncsOf)).Where(happened => happened.User.IsPermanent);

    private IEnumerable<PowensEvent> SyncsOf(PowensUser user) => user.Connections.SelectMany(connection => connection.LogsAt(state.Now)
        .Where(log => log.State is null)
        .Select((log, index) => new PowensEvent((((connection.Id * 1000) + index) * 10) + 3, PowensEvent.ConnectionSynced, user, connection, log.End)));
}
