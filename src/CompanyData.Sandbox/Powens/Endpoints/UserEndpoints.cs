using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>Users. [docs]</summary>
internal sealed class UserEndpoints(PowensState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("GET", "users", List),
        new("GET", "users/{user}", call => Reply.Json(state.Access.UserOrManaged(call).Write)),
        new("DELETE", "users/{user}", Remove),
    ];

    private HttpResponseMessage List(SandboxCall call)
    {
        state.Access.RequireScope(call, PowensScope.User);
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("users");
            state.Users.ForEach(user => user.Write(json));
            json.WriteEndArray();
            json.WriteNumber("total", state.Users.Count);
            json.WriteEndObject();
        });
    }

    private HttpResponseMessage Remove(SandboxCall call)
    {
        state.RemoveUser(state.Access.UserOrManaged(call));
        return Reply.NoContent();
    }
}
