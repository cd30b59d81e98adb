using System.Security.Cryptography;
using System.Text;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qonto;

/// <summary>
/// The events since it was last asked, as webhook calls: one for each enabled subscription, signed with its secret, or one with the
/// sandbox's secret where there is none. Body, header and signature are [docs].
/// </summary>
internal sealed class QontoEventFeed(QontoState state)
{
    private readonly HashSet<(Guid, int)> _told = [];

    public IEnumerable<SandboxWebhook> Take(Uri standIn)
    {
        var now = state.Now;
        List<SandboxWebhook> calls = [];
        lock (state.Gate)
        {
            List<(Uri Address, string Secret)> receivers =
                [.. state.Webhooks.Where(webhook => webhook.Enabled).Select(webhook => (SandboxWebhook.Receiver(webhook.CallbackUrl, standIn), webhook.Secret))];
            if (receivers.Count == 0)
            {
                receivers.Add((standIn, state.Options.WebhookSecret));
            }

            foreach (var registration in state.Registrations)
            {
                foreach (var (step, number) in registration.StepsAt(now).Select((step, number) => (step, number)).Where(pair => _told.Add((registration.Id, pair.number))))
                {
                    var body = Encoding.UTF8.GetString(Reply.Bytes(new QontoEvent(registration, number, step).Write));
                    calls.AddRange(receivers.Select(receiver => new SandboxWebhook("POST", receiver.Address, body)
                    {
                        Headers = SandboxWebhook.Signed("Qonto-SHA256-Signature", Sign(receiver.Secret, body)),
                    }));
                }
            }
        }

        return calls;
    }

    private static string Sign(string secret, string body)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        return string.Concat(hmac.ComputeHash(Encoding.UTF8.GetBytes(body)).Select(value => value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
