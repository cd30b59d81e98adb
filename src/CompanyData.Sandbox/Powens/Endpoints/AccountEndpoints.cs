using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>The accounts of a user or of a connection. [docs]</summary>
internal sealed class AccountEndpoints(PowensState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("GET", "users/{user}/accounts", call => List(call, state.Access.User(call).Connections)),
        new("GET", "users/{user}/accounts/{account}", call => Write(Find(call, state.Access.User(call).Connections, call.Values[1]))),
        new("POST", "users/{user}/accounts/{account}", call => Change(call, Find(call, state.Access.User(call).Connections, call.Values[1]))),
        new("GET", "users/{user}/connections/{connection}/accounts", call => List(call, One(call))),
        new("GET", "users/{user}/connections/{connection}/accounts/{account}", call => Write(Find(call, One(call), call.Values[2]))),
        new("POST", "users/{user}/connections/{connection}/accounts/{account}", call => Change(call, Find(call, One(call), call.Values[2]))),
    ];

    private PowensConnection[] One(SandboxCall call) => [state.Access.User(call).Connection(call.Values[1])];

    /// <summary>A disabled account is only found with <c>all</c>. [docs]</summary>
    private PowensAccount Find(SandboxCall call, IEnumerable<PowensConnection> connections, string id) =>
        Accounts(connections).Find(account => PowensWriting.IsId(account.Id, id) && (account.DisabledAt is null || call.Query.IsOn("all")))
        ?? throw ApiException.NotFound("Account");

    private List<PowensAccount> Accounts(IEnumerable<PowensConnection> connections) =>
        [.. connections.AccountsAt(state.Now)];

    private HttpResponseMessage Write(PowensAccount account) => Reply.Json(json => account.Write(json, state.Now));

    private HttpResponseMessage Change(SandboxCall call, PowensAccount account)
    {
        account.Change(new PowensBody(call), state.Now);
        return Write(account);
    }

    /// <summary>A list without accounts is a 400. [docs]</summary>
    private HttpResponseMessage List(SandboxCall call, IEnumerable<PowensConnection> connections)
    {
        var all = Accounts(connections);
        if (all.Count == 0)
        {
            throw PowensException.Bad("noAccount", "There is no account.");
        }

        var (now, shown) = (state.Now, all.FindAll(account => call.Query.IsOn("all") || account.DisabledAt is null));
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("accounts");
            shown.ForEach(account => account.Write(json, now));
            json.WriteEndArray();
            json.WriteStartObject("balances");
            foreach (var currency in shown.Where(account => account.Kind.Currency is not null)
                .GroupBy(account => account.Kind.Currency!.Id, StringComparer.Ordinal))
            {
                json.WriteNumber(currency.Key, currency.Sum(account => account.Kind.Balance ?? 0));
            }

            json.WriteEndObject();
            json.WriteNumber("total", shown.Count);
            json.WriteEndObject();
        });
    }
}
