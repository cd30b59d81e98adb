using System.Globalization;
using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>Transactions of a user, an account or a connection. [docs] That each account's come newest first is [inferred].</summary>
internal sealed class TransactionEndpoints(PowensState state)
{
    public IEnumerable<Route> Routes =>
    [
        .. RoutesBelow("users/{user}", call => Accounts(call, null, null)),
        .. RoutesBelow("users/{user}/accounts/{account}", call => Accounts(call, null, call.Values[1])),
        .. RoutesBelow("users/{user}/connections/{connection}", call => Accounts(call, call.Values[1], null)),
        .. RoutesBelow("users/{user}/connections/{connection}/accounts/{account}", call => Accounts(call, call.Values[1], call.Values[2])),
    ];

    private IEnumerable<Route> RoutesBelow(string path, Func<SandboxCall, List<PowensAccount>> find) =>
    [
        new("GET", $"{path}/transactions", call => List(call, find(call))),
        new("GET", $"{path}/transactions/{{transaction}}", call => Read(call, find(call))),
        new("POST", $"{path}/transactions/{{transaction}}", call => Change(call, find(call))),
    ];

    private static PowensAccount FindOwner(IEnumerable<PowensAccount> accounts, long id) =>
        accounts.FirstOrDefault(account => account.Id == id / PowensTransaction.IdsOfAccount) ?? throw ApiException.NotFound("Transaction");

    /// <summary>The accounts that the path means: disabled ones with <c>all</c> only. [docs]</summary>
    private List<PowensAccount> Accounts(SandboxCall call, string? connectionId, string? accountId)
    {
        var user = state.Access.User(call);
        IEnumerable<PowensConnection> connections = connectionId is null ? user.Connections : [user.Connection(connectionId)];
        var accounts = connections.AccountsAt(state.Now)
            .Where(account => account.DisabledAt is null || call.Query.IsOn("all"));
        return accountId is null
            ? [.. accounts]
            : [accounts.FirstOrDefault(account => PowensWriting.IsId(account.Id, accountId)) ?? throw ApiException.NotFound("Account")];
    }

    /// <summary>One that was removed is found with <c>all</c>, as in lists.</summary>
    private (PowensAccount Account, PowensTransaction Transaction) Find(SandboxCall call, IEnumerable<PowensAccount> accounts)
    {
        var text = call.Values[call.Values.Count - 1];
        _ = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var account = FindOwner(accounts, id);
        var (index, count) = ((int)(id % PowensTransaction.IdsOfAccount), account.CountTransactions(state.Options));
        return index < count + (call.Query.IsOn("all") ? account.CountRemoved(state.Options) : 0)
            ? (account, new PowensTransaction(account, index, count, state.Options.Seed))
            : throw ApiException.NotFound("Transaction");
    }

    private HttpResponseMessage Read(SandboxCall call, IReadOnlyList<PowensAccount> accounts)
    {
        var (account, transaction) = Find(call, accounts);
        var shown = new TransactionExpansion(call, state.Access.User(call), state.Now);
        return Reply.Json(json => TransactionWriter.Write(json, account, transaction, shown));
    }

    private HttpResponseMessage Change(SandboxCall call, IReadOnlyList<PowensAccount> accounts)
    {
        var (account, transaction) = Find(call, accounts);
        var body = new PowensBody(call);
        account.Changes.TryGetValue(transaction.Index, out var last);
        account.Changes[transaction.Index] = new TransactionChange(state.Now)
        {
            Wording = body.Text("wording") ?? last?.Wording,
            ApplicationDate = body.Date("application_date") ?? last?.ApplicationDate,
            Categories = body.Find("categories") ?? last?.Categories,
            Comment = body.Text("comment") ?? last?.Comment,
            Active = body.Flag("active") ?? last?.Active,
        };
        return Read(call, [account]);
    }

    private HttpResponseMessage List(SandboxCall call, List<PowensAccount> accounts)
    {
        var most = accounts.Min(account => account.Connection.Connector.MaxPage);
        var (limit, offset) = (Math.Min(call.Query.RequiredLimit(), most ?? int.MaxValue), call.Query.Offset());
        var filter = new TransactionFilter(call.Query, state.Options);
        var skip = new TransactionSkip(offset);
        var rows = accounts.SelectMany(account => filter.Select(account, skip).Select(index => (Account: account, Index: index)))
            .Take(limit + 1)
            .Select(row => (row.Account, Transaction: new PowensTransaction(
                row.Account, row.Index, row.Account.CountTransactions(state.Options), state.Options.Seed)))
            .ToList();
        var hasMore = rows.Count > limit;
        var page = rows.Take(limit).ToList();
        var links = most is null ? new TransactionLinks(call, limit, offset, accounts) : null;
        var shown = new TransactionExpansion(call, state.Access.User(call), state.Now);
        return Reply.Stream(json => Write(json, page, accounts, shown, links, hasMore));
    }

    private IEnumerable<int> Write(
        Utf8JsonWriter json,
        List<(PowensAccount Account, PowensTransaction Transaction)> page,
        List<PowensAccount> accounts,
        TransactionExpansion shown,
        TransactionLinks? links,
        bool hasMore)
    {
        json.WriteStartObject();
        json.WriteStartArray("transactions");
        foreach (var (account, transaction) in page)
        {
            TransactionWriter.Write(json, account, transaction, shown);
            yield return transaction.Index;
        }

        json.WriteEndArray();
        var days = accounts.Select(account => (Account: account, Count: account.CountTransactions(state.Options)))
            .Where(pair => pair.Count > 0)
            .SelectMany(pair => new[] { 0, pair.Count - 1 }.Select(index => PowensTransaction.DateOf(pair.Account, index, pair.Count)))
            .ToList();
        json.WriteDateOrNull("first_date", days.Count == 0 ? null : days.Min());
        json.WriteDateOrNull("last_date", days.Count == 0 ? null : days.Max());
        json.WriteDateOrNull("result_min_date", page.Count == 0 ? null : page.Min(row => row.Transaction.Date));
        json.WriteDateOrNull("result_max_date", page.Count == 0 ? null : page.Max(row => row.Transaction.Date));
        links?.Write(json, hasMore);
        json.WriteEndObject();
    }
}
