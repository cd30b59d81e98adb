using System.Globalization;
using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>Users and their tokens. [docs]</summary>
internal sealed class AuthEndpoints(PowensState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("POST", "auth/init", Init),
        new("POST", "auth/renew", Renew),
        new("GET", "auth/token/code", MakeCode),
        new("POST", "auth/token/access", TakeCode),
        new("DELETE", "auth/token", Revoke),
    ];

    private static void RequireGrant(PowensBody body, string grant)
    {
        if (!string.Equals(body.Required("grant_type"), grant, StringComparison.Ordinal))
        {
            throw PowensException.Invalid("grant_type", $"it must be {grant}");
        }
    }

    private static HttpResponseMessage WriteAccess(PowensToken token) => Reply.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("access_token", token.Value);
        json.WriteString("token_type", "Bearer");
        json.WriteEndObject();
    });

    private static void WriteLife(Utf8JsonWriter json) =>
        json.WriteNumber("expires_in", (int)PowensDefaults.TemporaryLife.TotalSeconds);

    /// <summary>A user, with a permanent token for a client that proves itself and a temporary one for anybody.</summary>
    private HttpResponseMessage Init(SandboxCall call)
    {
        var isPermanent = state.Access.CheckClient(new PowensBody(call));
        var token = state.Access.MakeToken(state.AddUser(), isPermanent);
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("auth_token", token.Value);
            json.WriteString("type", token.IsPermanent ? "permanent" : "temporary");
            json.WriteNumber("id_user", token.UserId);
            if (!token.IsPermanent)
            {
                WriteLife(json);
            }

            json.WriteEndObject();
        });
    }

    /// <summary>That a renewal without <c>id_user</c> makes a user is [inferred].</summary>
    private HttpResponseMessage Renew(SandboxCall call)
    {
        var body = new PowensBody(call);
        body.Require(["client_id", "client_secret"]);
        RequireGrant(body, "client_credentials");
        state.Access.CheckClient(body);
        var user = body.Number("id_user") is { } id ? state.FindUser(id.ToString(CultureInfo.InvariantCulture)) : state.AddUser();
        if (body.Flag("revoke_previous") is true)
        {
            state.Access.RevokeAll(user);
        }

        return WriteAccess(state.Access.MakeToken(user, isPermanent: true));
    }

    private HttpResponseMessage MakeCode(SandboxCall call)
    {
        var code = state.Access.MakeCode(state.Access.Owner(call));
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("code", code.Value);
            json.WriteString("type", "temporary");
            json.WriteString("access", string.Equals(call.Query["type"], "singleAccess", StringComparison.Ordinal) ? "single" : "standard");
            WriteLife(json);
            json.WriteEndObject();
        });
    }

    private HttpResponseMessage TakeCode(SandboxCall call)
    {
        var body = new PowensBody(call);
        body.Require(["client_id", "client_secret", "code"]);
        if (body.Has("grant_type"))
        {
            RequireGrant(body, "authorization_code");
        }

        state.Access.CheckClient(body);
        return WriteAccess(state.Access.MakeToken(state.Access.TakeCode(body.Required("code")), isPermanent: true));
    }

    private HttpResponseMessage Revoke(SandboxCall call)
    {
        state.Access.Revoke(call);
        return Reply.NoContent();
    }
}
