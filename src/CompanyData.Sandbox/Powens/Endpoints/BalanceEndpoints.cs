using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>What accounts held, and who holds them. That there are such calls is [docs]; the fields are [docs 2021] and [inferred].</summary>
internal sealed class BalanceEndpoints(PowensState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("GET", "users/{user}/balances", call => List(call, Enabled(call))),
        new("GET", "users/{user}/accounts/{account}/balances", call => List(call, [Find(call)])),
        new("GET", "users/{user}/account_ownerships", ListOwners),
    ];

    private List<PowensAccount> All(SandboxCall call) =>
        [.. state.Access.User(call).Connections.AccountsAt(state.Now)];

    private List<PowensAccount> Enabled(SandboxCall call) => All(call).FindAll(account => account.DisabledAt is null);

    private PowensAccount Find(SandboxCall call) =>
        Enabled(call).Find(account => PowensWriting.IsId(account.Id, call.Values[1])) ?? throw ApiException.NotFound("Account");

    /// <summary>One a day, the newest last; without dates those of the last month. [docs 2021]</summary>
    private HttpResponseMessage List(SandboxCall call, List<PowensAccount> accounts)
    {
        var today = ParisTime.From(state.Now).Date;
        var to = call.Query.Date("max_date")?.Date ?? today;
        var from = call.Query.Date("min_date")?.Date ?? today.AddMonths(-1);
        var rows = accounts
            .SelectMany(account => Enumerable.Range(0, PowensDefaults.DaysOfBalances)
                .Select(days => (Account: account, Days: days, Date: today.AddDays(-days)))
                .Where(row => row.Date >= from && row.Date <= to)
                .Reverse())
            .ToList();
        return PowensReply.List("balances", rows, (json, row) =>
        {
            json.WriteNumber("id", (row.Account.Id * 1000) + row.Days);
            json.WriteNumber("id_account", row.Account.Id);
            json.WriteNumberOrNull("balance", row.Account.Kind.Balance - (10.50m * row.Days));
            json.WriteNumberOrNull("coming", row.Account.Kind.IsChecking ? -12.30m : null);
            row.Account.WriteCurrency(json);
            json.WriteTime("timestamp", row.Date.AddHours(6));
            json.WriteNull("error");
            json.WriteNull("error_message");
        });
    }

    /// <summary>It has to be enabled for the domain [docs]; that a parameter does so is the sandbox's own way to rehearse it.</summary>
    private HttpResponseMessage ListOwners(SandboxCall call)
    {
        var accounts = Enabled(call);
        if (!state.IsSet(ConfigTable.Ownerships))
        {
            throw PowensException.Bad("notSupported", "The owners of accounts are not enabled for this domain.");
        }

        var rows = accounts.SelectMany(account => (string[])(account.Kind.IsChecking ? ["holder", "attorney"] : ["holder"]), (account, role) => (account, role)).ToList();
        return PowensReply.List("account_ownerships", rows, (json, row) =>
        {
            json.WriteNumber("id", (row.account.Id * 10) + (row.role is "holder" ? 1 : 2));
            json.WriteNumber("id_account", row.account.Id);
            json.WriteNumber("id_connection", row.account.Connection.Id);
            json.WriteNumber("id_user", row.account.Connection.UserId);
            json.WriteString("name", row.role is "holder" ? "Atelier Exemple SAS" : "Camille Exemple");
            json.WriteString("role", row.role);
        });
    }
}
