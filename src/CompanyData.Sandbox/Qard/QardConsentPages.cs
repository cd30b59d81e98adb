using System.Net;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard;

/// <summary>
/// The page behind <c>redirect_url</c>, where an end user would consent: visiting it counts as consenting. It needs no key and
/// never meets a fault. <c>{connection}</c> covers one connection, <c>users/{user}</c> all of a user's connections.
/// </summary>
internal sealed class QardConsentPages : SandboxService
{
    public const string Path = "qard/consent";
    private readonly QardState _state;
    private readonly RouteTable _routes;

    public QardConsentPages(QardState state)
        : base(Path)
    {
        _state = state;
        _routes = new RouteTable([new("GET", "{connection}", ConsentOne), new("GET", "users/{user}", ConsentAll)]);
    }

    public override bool HasFaults => false;

    public override HttpResponseMessage Answer(SandboxCall call)
    {
        try
        {
            return _routes.Answer(call);
        }
        catch (ApiException error)
        {
            return Html(error.Status, error.Message);
        }
    }

    private static HttpResponseMessage Html(HttpStatusCode status, string text) => Reply.Text(
        status,
        "text/html",
        $"<!doctype html><html><head><title>Sandbox consent</title></head><body><p>{WebUtility.HtmlEncode(text)}</p></body></html>");

    private HttpResponseMessage ConsentOne(SandboxCall call)
    {
        var user = Guid.TryParse(call.Values[0], out var id) ? _state.Users.FindOwner(id) : null;
        return user is null ? throw ApiException.NotFound("Data connection") : Consent(user, connection => connection.Id == id);
    }

    private HttpResponseMessage ConsentAll(SandboxCall call) => Consent(_state.Users.Find(call.Values[0]), _ => true);

    private HttpResponseMessage Consent(QardUser user, Predicate<QardConnection> isMeant)
    {
        var now = _state.Now;
        lock (user.Gate)
        {
            var waiting = user.Connections.FindAll(connection => isMeant(connection) && connection.AwaitsConsentAt(now));
            waiting.ForEach(connection => connection.Connect(now, _state.ConnectingDuration));
            return Html(HttpStatusCode.OK, waiting.Count == 0
                ? "There is nothing to consent to."
                : $"Thank you. Access is granted to {string.Join(", ", waiting.Select(connection => connection.Provider.Name))}.");
        }
    }
}
