using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>Usage that is billed: invoicing scope only. Nothing comes unless it is asked for; <c>detail</c> gives ids in place of counts. [docs 2021]</summary>
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
            .Where(connection => connection.LogsAt(state.Now).Any(log => log.State is null && ParisTime.From(log.End).Date >= from && ParisTime.From(log.End).Date <= to))
            .ToList();
        var (banks, providers) = (synced.FindAll(connection => !connection.Connector.IsProvider), synced.FindAll(connection => connection.Connector.IsProvider));
        (string Name, IEnumerable<long> Ids)[] usage =
        [
            ("users_synced", Users(synced)),
            ("users_bank", Users(banks)),
            ("users_bill", Users(providers)),
            ("accounts_synced", synced.SelectMany(connection => connection.Accounts).Where(account => account.DisabledAt is null).Select(account => account.Id)),
            ("subscriptions_synced", synced.SelectMany(connection => connection.Subscriptions).Where(subscription => !subscription.IsDisabled).Select(subscription => subscription.Id)),
            ("connections_synced", synced.Select(connection => connection.Id)),
            ("connections_account", banks.Select(connection => connection.Id)),
            ("transfers_synced", []),
        ];
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            foreach (var (name, ids) in usage.Where(row => call.Query.IsOn("all") || call.Query.IsOn(row.Name)))
            {
                if (call.Query.IsOn("detail"))
                {
                    Write(json, name, ids);
                }
                else
                {
                    json.WriteNumber(name, ids.Count());
                }
            }

            json.WriteEndObject();
        });
    }

    private static IEnumerable<long> Users(IEnumerable<PowensConnection> connections) => connections.Select(connection => connection.UserId).Distinct();

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<long> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
        {
            json.WriteNumberValue(id);
        }

        json.WriteEndArray();
    }
}
