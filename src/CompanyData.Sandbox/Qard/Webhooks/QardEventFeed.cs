using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard;

/// <summary>
/// What has happened to connections and synchronisations since it was last asked, as webhook calls. The form of the call and its
/// signature is [docs]; that the key is what the base64 of the secret stands for is [inferred].
/// </summary>
internal sealed class QardEventFeed(QardState state)
{
    private readonly Dictionary<Guid, string> _seen = [];
    private int _nonces;

    public IEnumerable<SandboxWebhook> Take(Uri standIn)
    {
        var now = state.Now;
        List<SandboxWebhook> calls = [];
        foreach (var user in state.Users.List(siren: null))
        {
            lock (user.Gate)
            {
                user.Connections.ForEach(connection => Add("DATA_CONNECTION", connection.Id, user.Id, connection.StatusAt(now)));
                user.Syncs.FindAll(item => now >= item.VisibleAt).ForEach(item => Add("DATA_SYNC", item.Id, user.Id, item.StatusAt(now)));
            }
        }

        return calls;

        void Add(string kind, Guid resource, Guid user, string status)
        {
            var type = $"{kind}_{status}";
            if ((_seen.TryGetValue(resource, out var last) && last == status) || !QardDefaults.WebhookEvents.Contains(type, StringComparer.Ordinal))
            {
                return;
            }

            _seen[resource] = status;
            calls.Add(Create(SandboxWebhook.Receiver(state.WebhookUrls.TryGetValue(type, out var url) ? url : null, standIn), type, resource, user, now));
        }
    }

    private SandboxWebhook Create(Uri address, string type, Guid resource, Guid user, DateTimeOffset now)
    {
        var nonce = Hash.Id(state.Options.Seed, "webhook nonce", _nonces++).ToString("N");
        var date = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mark = address.Query.Length == 0 ? '?' : '&';
        var url = $"{address.AbsoluteUri}{mark}eventType={type}&resourceId={resource:D}&userId={user:D}&date={date}&nonce={nonce}";
        using var hmac = new HMACSHA256(state.WebhookSecret);
        var signature = $"sha256={Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(url)))}";
        return new("GET", new Uri(url), Body: null) { Headers = SandboxWebhook.Signed("x-webhook-signature", signature) };
    }
}
