using System.Globalization;
using System.Net;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens;

/// <summary>
/// The webview, where an end user would act: visiting it counts as acting. It takes the query of the real one [docs], uses the code
/// up, adds or repairs a connection, and calls back as the real one does: with <c>connection_id</c> and <c>state</c>, or with
/// <c>error</c>. Without a <c>redirect_uri</c> it answers with a page. It needs no token and never meets a fault.
/// </summary>
internal sealed class PowensWebview : SandboxService
{
    private static readonly string[] Languages = ["en", "fr", "de", "nl", "it", "es", "pt"];
    private readonly PowensState _state;
    private readonly RouteTable _routes;

    public PowensWebview(PowensState state)
        : base(SandboxHandler.PowensWebviewPath)
    {
        _state = state;
        _routes = new RouteTable(
        [
            new("GET", "{lang}/connect", call => Act(call, Connect)),
            new("GET", "{lang}/reconnect", call => Act(call, Reconnect)),
            new("GET", "{lang}/manage", call => Act(call, (_, _) => null)),
        ]);
    }

    public override bool HasFaults => false;

    public override HttpResponseMessage Answer(SandboxCall call)
    {
        try
        {
            lock (_state.Gate)
            {
                return _routes.Answer(call);
            }
        }
        catch (PowensException error)
        {
            return CallBack(call, HttpStatusCode.BadRequest, "error", error.Code, error.Message);
        }
        catch (ApiException error)
        {
            return Html(error.Status, error.Message);
        }
    }

    private static HttpResponseMessage Html(HttpStatusCode status, string text) => Reply.Text(
        status,
        "text/html",
        $"<!doctype html><html><head><title>Sandbox webview</title></head><body><p>{WebUtility.HtmlEncode(text)}</p></body></html>");

    private static HttpResponseMessage CallBack(SandboxCall call, HttpStatusCode status, string? name, string? value, string text)
    {
        if (!Uri.TryCreate(call.Query["redirect_uri"], UriKind.Absolute, out var target) || target.Scheme is not ("http" or "https"))
        {
            return Html(status, text);
        }

        var pairs = new[] { (Name: name, Value: value), (Name: "state", Value: call.Query["state"]) }
            .Where(pair => pair.Name is not null && pair.Value is not null)
            .Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}");
        var builder = new UriBuilder(target) { Query = string.Join("&", pairs.Prepend(target.Query.TrimStart('?')).Where(part => part.Length > 0)) };
        var response = Html(HttpStatusCode.Found, text);
        response.Headers.Location = builder.Uri;
        return response;
    }

    private HttpResponseMessage Act(SandboxCall call, Func<SandboxCall, PowensUser, PowensConnection?> act)
    {
        if (!Languages.Contains(call.Values[0], StringComparer.Ordinal))
        {
            throw ApiException.NotFound("Language");
        }

        foreach (var name in new[] { "domain", "client_id", "code" })
        {
            _ = call.Query[name] ?? throw PowensException.Missing([name]);
        }

        if (!_state.Access.IsClient(call.Query["client_id"]!))
        {
            throw PowensException.Invalid("client_id", "it is unknown");
        }

        var connection = act(call, _state.Access.TakeCode(call.Query["code"]!));
        return connection is null
            ? CallBack(call, HttpStatusCode.OK, name: null, value: null, "Thank you.")
            : CallBack(
                call,
                HttpStatusCode.OK,
                "connection_id",
                connection.Id.ToString(CultureInfo.InvariantCulture),
                $"Thank you. {connection.Connector.Name} is connected.");
    }

    /// <summary>The first of <c>connector_uuids</c>, or the bank where all goes well.</summary>
    private PowensConnection Connect(SandboxCall call, PowensUser user)
    {
        var wanted = call.Query["connector_uuids"]?.Split(',')[0];
        var connector = string.IsNullOrEmpty(wanted)
            ? MagicConnectors.Bank
            : MagicConnectors.Find(wanted) ?? throw PowensException.Invalid("connector_uuids", "there is no such connector");
        var connection = _state.AddConnection(user, connector);
        _state.Bank.Enter(connection);
        _state.Bank.Repair(connection);
        return connection;
    }

    private PowensConnection Reconnect(SandboxCall call, PowensUser user)
    {
        var id = call.Query["connection_id"] ?? throw PowensException.Missing(["connection_id"]);
        var connection = user.Connection(id);
        _state.Bank.Repair(connection);
        return connection;
    }
}
