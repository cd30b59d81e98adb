using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>Usage that is billed: invoicing scope only. Nothing comes unless it is asked for. [docs 2021]</summary>
internal sealed class InvoicingEndpoints(PowensState state)
{
    public IEnumerable<Route> Routes => [new("GET", "invoicing", Read)];

    private HttpResponseMessage Read(SandboxCall call)
    {
        state.Access.RequireScope(call, PowensScope.Invoicing);
        var today = ParisTime.From(state.Now).Date;
        var from = call.Query.Date("min_date")?.Date ?? today.AddDays(1 - today.Day);
        var to = call.Query.Date("max_date")?.Date ?? today;
        var synced = state.Users.SelectMany(user => user.Connections)
            .Where(connection => connection.Logs.Any(log => log.State is null && ParisTime.From(log.At).Date >= from && ParisTime.From(log.At).Date <= to))
            .ToList();
        (string Name, int Count)[] counts =
        [
            ("users_synced", Users(synced)),
            ("users_bank", Users(synced.Where(connection => !connection.Connector.IsProvider))),
            ("users_bill", Users(synced.Where(connection => connection.Connector.IsProvider))),
            ("accounts_synced", synced.Sum(connection => connection.Accounts.Count(account => account.DisabledAt is null))),
            ("subscriptions_synced", synced.Sum(connection => connection.Subscriptions.Count(subscription => !subscription.IsDisabled))),
            ("connections_synced", synced.Count),
            ("connections_account", synced.Count(connection => !connection.Connector.IsProvider)),
            ("transfers_synced", 0),
        ];
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            foreach (var count in counts.Where(count => call.Query.IsOn("all") || call.Query.IsOn(count.Name)))
            {
                json.WriteNumber(count.Name, count.Count);
            }

            json.WriteEndObject();
        });
    }

    private static int Users(IEnumerable<PowensConnection> connections) => connections.Select(connection => connection.UserId).Distinct().Count();
}
