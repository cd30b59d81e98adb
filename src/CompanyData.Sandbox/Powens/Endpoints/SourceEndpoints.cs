using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>The source of a connection. [docs]</summary>
internal sealed class SourceEndpoints(PowensState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("GET", "users/{user}/connections/{connection}/sources", List),
        new("GET", "users/{user}/connections/{connection}/sources/{source}", call => Write(Find(call))),
        new("POST", "users/{user}/connections/{connection}/sources/{source}", Change),
    ];

    private ConnectionSource Find(SandboxCall call)
    {
        var source = state.Access.User(call).Connection(call.Values[1]).Source;
        return PowensWriting.IsId(source.Id, call.Values[2]) ? source : throw ApiException.NotFound("Source");
    }

    private HttpResponseMessage Write(ConnectionSource source) => Reply.Json(json =>
    {
        json.WriteStartObject();
        source.WriteFields(json, state.Now);
        json.WriteEndObject();
    });

    private HttpResponseMessage List(SandboxCall call)
    {
        var now = state.Now;
        return PowensReply.List("sources", [state.Access.User(call).Connection(call.Values[1]).Source], (json, source) => source.WriteFields(json, now));
    }

    private HttpResponseMessage Change(SandboxCall call)
    {
        var source = Find(call);
        if (new PowensBody(call).Flag("disabled") is { } isDisabled)
        {
            source.SetDisabled(isDisabled, state.Now);
        }

        return Write(source);
    }
}
