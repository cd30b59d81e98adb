using System.Security.Cryptography;
using System.Text;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens;

/// <summary>
/// The calls of registered webhooks since it was last asked. One that is registered with a secret is signed: the form of the signature
/// and the names of its headers are [seen].
/// </summary>
internal sealed class PowensEventFeed(PowensState state)
{
    public IReadOnlyList<SandboxWebhook> Take(Uri standIn)
    {
        lock (state.Gate)
        {
            var now = state.Now;
            state.Webhooks.AreDelivered = true;
            return [.. state.Webhooks.Webhooks.SelectMany(webhook => state.Webhooks.EventsOf(webhook)
                .Where(happened => webhook.IsDue(happened, now))
                .ToList()
                .ConvertAll(happened => Create(webhook, happened, standIn, now)))];
        }
    }

    private SandboxWebhook Create(PowensWebhook webhook, PowensEvent happened, Uri standIn, DateTimeOffset now)
    {
        var address = SandboxWebhook.Receiver(webhook.Url, standIn);
        var body = PowensEventBody.Write(happened, now);
        var delivery = webhook.Deliver(happened, now);
        return new("POST", address, body)
        {
            Headers = Sign(state.Webhooks.SecretOf(webhook), address.AbsolutePath, PowensEventBody.Date(now), body),
            Answered = status => Note(webhook, happened, delivery, status),
        };
    }

    /// <summary>The first answer is the delivery's; one to the same call again is a delivery of its own.</summary>
    private void Note(PowensWebhook webhook, PowensEvent happened, WebhookDelivery delivery, int? status)
    {
        lock (state.Gate)
        {
            (delivery.IsAnswered ? webhook.Deliver(happened, state.Now) : delivery).Answer(status, state.Now);
        }
    }

    private static Dictionary<string, string> Sign(WebhookSecret? secret, string path, string date, string body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (secret is not null)
        {
            using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret.Value));
            headers["BI-Signature-Date"] = date;
            headers["BI-Signature"] = Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes($"POST.{path}.{date}.{body}")));
        }

        return headers;
    }
}
