using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard.Endpoints;

/// <summary>Synchronisation. [seed] and [docs]</summary>
internal sealed class SyncEndpoints(QardState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("POST", "users/{user}/sync", call => state.WithUser(call, user => Start(call, user))),
        new("GET", "users/{user}/sync", call => state.WithUser(call, user => ListHistory(call, user))),
        new("GET", "users/{user}/sync/latest", call => state.WithUser(call, ListLatest)),
    ];

    /// <summary>The body of the response is not documented; an empty object, so that clients do not depend on it. [inferred]</summary>
    private HttpResponseMessage Start(SandboxCall call, QardUser user)
    {
        new SyncPlan(state.Options, user, state.Now).Start(call.ReadBody().TextList("data_types"));
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteEndObject();
        });
    }

    /// <summary>Newest first, in the paging envelope. [inferred]</summary>
    private HttpResponseMessage ListHistory(SandboxCall call, QardUser user)
    {
        var now = state.Now;
        var history = user.Syncs.FindAll(item => now >= item.VisibleAt);
        history.Reverse();
        return Reply.List(Rows.From(history, (json, item) => item.Write(json, now)), QardPaging.PageOf(call.Query));
    }

    /// <summary>The latest item of each data type and connection, as a bare array. [seed]</summary>
    private HttpResponseMessage ListLatest(QardUser user)
    {
        var now = state.Now;
        var latest = new Dictionary<(Guid, string), QardSyncItem>();
        foreach (var item in user.Syncs.Where(item => now >= item.VisibleAt))
        {
            latest[(item.Connection.Id, item.DataType)] = item;
        }

        return Reply.Json(json =>
        {
            json.WriteStartArray();
            foreach (var item in latest.Values)
            {
                item.Write(json, now);
            }

            json.WriteEndArray();
        });
    }
}
