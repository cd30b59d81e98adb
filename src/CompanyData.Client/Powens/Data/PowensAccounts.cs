using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Bank accounts.</summary>
public sealed class PowensAccounts
{
    private readonly ApiTransport _transport;
    private readonly PowensReader _reader;

    internal PowensAccounts(ApiTransport transport, PowensReader reader)
    {
        _transport = transport;
        _reader = reader;
    }

    /// <summary>GET /users/{u}/accounts, also under a connection [docs].</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="connectionId">Only this connection's; null for all.</param>
    /// <param name="includeDisabled">Disabled ones too (<c>?all</c>).</param>
    /// <param name="cancellationToken">Ends it.</param>
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
}
