using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>How synchronisations went: of a connection, a user, or all that the token may see. [docs] Oldest first is [inferred].</summary>
internal sealed class LogEndpoints(PowensState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("GET", "users/{user}/connections/{connection}/logs", call => List(call, [state.Access.User(call).Connection(call.Values[1])])),
        new("GET", "users/{user}/logs", call => List(call, state.Access.User(call).Connections)),
        new("GET", "logs", call => List(call, state.Access.UsersSeenBy(call).SelectMany(user => user.Connections))),
    ];

    private HttpResponseMessage List(SandboxCall call, IEnumerable<PowensConnection> connections)
    {
        var (from, to) = (call.Query.Date("min_date"), call.Query.Date("max_date"));
        var rows = connections
            .Where(connection => call.Query["id_source"] is not { } source || PowensWriting.IsId(connection.Source.Id, source))
            .SelectMany(connection => connection.LogsAt(state.Now).Select((log, index) => (Connection: connection, Id: (connection.Id * 1000) + index, log.Start, log.End, log.State)))
            .Where(row => ParisTime.IsWithin(row.End, from, to))
            .Where(row => call.Query["state"] is not { } wanted || string.Equals(row.State, wanted, StringComparison.OrdinalIgnoreCase))
            .OrderBy(row => row.End).ThenBy(row => row.Id)
            .ToList();
        return PowensReply.Page("connectionlogs", rows, call.Query, (json, row) =>
        {
            json.WriteNumber("id", row.Id);
            json.WriteNumber("id_connection", row.Connection.Id);
            json.WriteNumber("id_user", row.Connection.UserId);
            json.WriteNumber("id_connector", row.Connection.Connector.Id);
            json.WriteNumber("id_source", row.Connection.Source.Id);
            json.WriteTimeOrNull("timestamp", row.End);
            json.WriteTimeOrNull("start", row.Start);
            json.WriteTimeOrNull("next_try", row.State is null ? row.End.AddDays(1) : row.Connection.NextTry);
            json.WriteString("error", row.State);
            json.WriteString("error_message", row.State is null ? null : $"La banque répond : {row.State}.");
            json.WriteNumber("nb_accounts", row.Connection.Accounts.Count);
        });
    }
}
