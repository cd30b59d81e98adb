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
}
