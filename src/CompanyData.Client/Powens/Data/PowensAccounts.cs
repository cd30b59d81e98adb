using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Reads and changes bank accounts.</summary>
public sealed class PowensAccounts
{
    /// <summary>What the list of balances may be called: the first is [inferred], the second [docs 2021].</summary>
    private static readonly string[] BalanceNames = ["balances", "accountlogs"];

    /// <summary>What the list of owners may be called [inferred].</summary>
    private static readonly string[] OwnerNames = ["account_ownerships", "accountownerships", "ownerships"];

    private readonly ApiTransport _transport;
    private readonly PowensReader _reader;

    internal PowensAccounts(ApiTransport transport, PowensReader reader)
    {
        _transport = transport;
        _reader = reader;
    }

    /// <summary>GET /users/{u}/accounts, also under a connection [docs].</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="connectionId">Only accounts of this connection; null for all.</param>
    /// <param name="includeDisabled">Whether to include disabled ones (<c>?all</c>).</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public IAsyncEnumerable<PowensAccount> ListAsync(string userId, string? connectionId, bool includeDisabled, CancellationToken cancellationToken)
    {
        string path = connectionId is null ? ApiPath.Create($"users/{userId}/accounts") : ApiPath.Create($"users/{userId}/connections/{connectionId}/accounts");
        return _reader.ReadAsync(
            PowensRequest.Read(includeDisabled ? path + "?all" : path, "list the accounts", connectionId ?? userId),
            PowensJsonContext.Default.PowensPagePowensAccount,
            account => account.Id,
            cancellationToken);
    }

    /// <summary>GET …/accounts/{id}?all [docs]: without <c>all</c> a disabled account is not found.</summary>
    public Task<PowensAccount> GetAsync(string userId, string accountId, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Read(ApiPath.Create($"users/{userId}/accounts/{accountId}?all"), "read the account", accountId),
            PowensJsonContext.Default.PowensAccount,
            cancellationToken);

    /// <summary>
    /// POST …/accounts/{id}?all [docs]: <c>display</c>, <c>name</c>, <c>disabled</c>, <c>bookmarked</c>, <c>usage</c>. Without <c>all</c> a
    /// disabled account cannot be enabled again.
    /// </summary>
    public Task<PowensAccount> ChangeAsync(string userId, string accountId, JsonObject change, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Change(ApiPath.Create($"users/{userId}/accounts/{accountId}?all"), "change the account", accountId, change),
            PowensJsonContext.Default.PowensAccount,
            cancellationToken);

    /// <summary>GET …/accounts/{id}/balances, /users/{u}/balances [docs].</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="accountId">Only this account's; null for all.</param>
    /// <param name="minDate">The first day; without one some domains give the last month only [docs 2021].</param>
    /// <param name="maxDate">The last day.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public IAsyncEnumerable<PowensBalance> ListBalancesAsync(
        string userId, string? accountId, DateTime? minDate, DateTime? maxDate, CancellationToken cancellationToken)
        => _reader.ReadNamedAsync(
            PowensRequest.Read(
                ApiPath.WithQuery(
                    accountId is null ? ApiPath.Create($"users/{userId}/balances") : ApiPath.Create($"users/{userId}/accounts/{accountId}/balances"),
                    ("min_date", PowensRequest.Day(minDate)),
                    ("max_date", PowensRequest.Day(maxDate))),
                "list the balances",
                accountId ?? userId),
            PowensJsonContext.Default.PowensBalance,
            balance => balance.Id,
            isPaged: false,
            cancellationToken,
            BalanceNames);

    /// <summary>GET /users/{u}/account_ownerships [docs]. It has to be enabled for the domain.</summary>
    public IAsyncEnumerable<PowensAccountOwner> ListOwnersAsync(string userId, CancellationToken cancellationToken)
        => _reader.ReadNamedAsync(
            PowensRequest.Read(ApiPath.Create($"users/{userId}/account_ownerships"), "list the owners of accounts", userId),
            PowensJsonContext.Default.PowensAccountOwner,
            owner => owner.Id,
            isPaged: false,
            cancellationToken,
            OwnerNames);
}
