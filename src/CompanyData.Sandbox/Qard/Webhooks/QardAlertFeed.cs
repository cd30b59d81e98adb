using System.Collections.Concurrent;
using System.Text;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard;

/// <summary>The monitoring alerts since it was last asked, for users who have them among their <c>notifications</c>. They are not signed. [docs]</summary>
internal sealed class QardAlertFeed(QardState state)
{
    private static readonly string[] Kinds = ["add", "remove", "update"];
    private readonly ConcurrentQueue<string> _bodies = new();

    /// <summary>Something has happened to a company: one alert for each of its users.</summary>
    public void Note(string siren, IEnumerable<CompanyEvent> events)
    {
        var told = events.Select(AlertTable.Find).OfType<(string Alert, string[] Kinds)>().ToList();
        foreach (var user in state.Users.List(siren).Where(user => user.Siren == siren))
        {
            var wanted = told.FindAll(row => user.Notifications.Contains(row.Alert, StringComparer.Ordinal));
            if (wanted.Count > 0)
            {
                _bodies.Enqueue(Write(user, wanted));
            }
        }
    }

    public IEnumerable<SandboxWebhook> Take(Uri address)
    {
        while (_bodies.TryDequeue(out var body))
        {
            yield return new("POST", address, body);
        }
    }

    private static string Write(QardUser user, List<(string Alert, string[] Kinds)> told) => Encoding.UTF8.GetString(Reply.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("events");
        foreach (var kind in Kinds)
        {
            json.WriteStartArray(kind);
            told.FindAll(row => row.Kinds.Contains(kind, StringComparer.Ordinal)).ForEach(row => AlertTable.Write(json, row.Alert, user));
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }));
}
