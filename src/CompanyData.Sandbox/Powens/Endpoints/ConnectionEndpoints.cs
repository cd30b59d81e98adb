using System.Globalization;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>The connections of a user. [docs]</summary>
internal sealed class ConnectionEndpoints(PowensState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("GET", "users/{user}/connections", List),
        new("POST", "users/{user}/connections", Add),
        new("GET", "users/{user}/connections/{connection}", call => Write(call, Find(call))),
        new("POST", "users/{user}/connections/{connection}", Change),
        new("PUT", "users/{user}/connections/{connection}", Synchronise),
        new("DELETE", "users/{user}/connections/{connection}", Remove),
        new("GET", "users/{user}/connections/{connection}/logs", ListLogs),
    ];

    private HttpResponseMessage Write(SandboxCall call, PowensConnection connection) =>
        Reply.Json(json => connection.Write(json, state.Now, call.Query.Expand()));

    private PowensConnection Find(SandboxCall call) => state.Access.User(call).Connection(call.Values[1]);

    private HttpResponseMessage List(SandboxCall call)
    {
        var user = state.Access.User(call);
        var (now, expand) = (state.Now, call.Query.Expand());
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("connections");
            user.Connections.ForEach(connection => connection.Write(json, now, expand));
            json.WriteEndArray();
            json.WriteNumber("total", user.Connections.Count);
            json.WriteEndObject();
        });
    }

    private HttpResponseMessage Add(SandboxCall call)
    {
        var user = state.Access.User(call);
        var body = new PowensBody(call);
        var wanted = body.Text("connector_uuid") ?? body.Number("id_connector")?.ToString(CultureInfo.InvariantCulture)
            ?? throw PowensException.Missing(["connector_uuid"]);
        var connector = MagicConnectors.Find(wanted) ?? throw PowensException.Invalid("connector_uuid", "there is no such connector");
        return connector.IsHtmlPage ? PowensErrors.HtmlPage() : WriteLater(call, state.Bank.Connect(user, connector, body), isNew: true);
    }

    private HttpResponseMessage Change(SandboxCall call)
    {
        var connection = Find(call);
        state.Bank.Continue(connection, new PowensBody(call));
        return WriteLater(call, connection);
    }

    private HttpResponseMessage Synchronise(SandboxCall call)
    {
        var connection = Find(call);
        state.Bank.Synchronise(connection);
        return WriteLater(call, connection);
    }

    /// <summary>The connection as it will be when the response is sent.</summary>
    private HttpResponseMessage WriteLater(SandboxCall call, PowensConnection connection, bool isNew = false)
    {
        var at = state.Now + state.BankDelayOf(call);
        return Reply.Json(
            PowensDefaults.StatusOf(connection.StateAt(at), isNew), json => connection.Write(json, at, call.Query.Expand()));
    }

    /// <summary>Answers with the connection that is no more. [docs]</summary>
    private HttpResponseMessage Remove(SandboxCall call)
    {
        var user = state.Access.User(call);
        var connection = user.Connection(call.Values[1]);
        user.Connections.Remove(connection);
        return Write(call, connection);
    }

    /// <summary>That there are logs, and by which parameters, is [seen]; their fields are [docs].</summary>
    private HttpResponseMessage ListLogs(SandboxCall call)
    {
        var connection = Find(call);
        var (from, to) = (call.Query.Date("min_date"), call.Query.Date("max_date"));
        var logs = connection.Logs.Select((log, index) => (Id: (connection.Id * 1000) + index, log.At, log.State))
            .Where(log => !(ParisTime.From(log.At) < from) && !(ParisTime.From(log.At).Date > to))
            .ToList();
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("connectionlogs");
            foreach (var log in logs.Skip((int)call.Query.Offset()).Take(call.Query.Limit() ?? int.MaxValue))
            {
                json.WriteStartObject();
                json.WriteNumber("id", log.Id);
                json.WriteNumber("id_connection", connection.Id);
                json.WriteNumber("id_user", connection.UserId);
                json.WriteNumber("id_connector", connection.Connector.Id);
                json.WriteTimeOrNull("timestamp", log.At);
                json.WriteTimeOrNull("start", log.At);
                json.WriteString("error", log.State);
                json.WriteString("error_message", log.State is null ? null : $"La banque répond : {log.State}.");
                json.WriteNumber("nb_accounts", connection.Accounts.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("total", logs.Count);
            json.WriteEndObject();
        });
    }
}
