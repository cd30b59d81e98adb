using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Entries in bank accounts.</summary>
public sealed class PowensTransactions
{
    private readonly ApiTransport _transport;
    private readonly PowensReader _reader;

    internal PowensTransactions(ApiTransport transport, PowensReader reader)
    {
        _transport = transport;
        _reader = reader;
    }

    /// <summary>GET /users/{u}/transactions, also under accounts and connections [docs], as they come.</summary>
    public IAsyncEnumerable<PowensTransaction> ListAsync(PowensTransactionFilter filter, CancellationToken cancellationToken)
        => _reader.ReadPagedAsync(
            PowensRequest.Read(filter.Path, "list the transactions", filter.AccountId ?? filter.ConnectionId ?? filter.UserId),
            PowensJsonContext.Default.PowensPagePowensTransaction,
            transaction => transaction.Id,
            cancellationToken);

    /// <summary>GET …/transactions/{id} [docs].</summary>
    public Task<PowensTransaction> GetAsync(string userId, string transactionId, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Read(ApiPath.Create($"users/{userId}/transactions/{transactionId}"), "read the transaction", transactionId),
            PowensJsonContext.Default.PowensTransaction,
            cancellationToken);

    /// <summary>POST …/transactions/{id} [docs]: <c>wording</c>, <c>application_date</c>, <c>categories</c>, <c>comment</c>, <c>active</c>.</summary>
    public Task<PowensTransaction> ChangeAsync(string userId, string transactionId, JsonObject change, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Change(ApiPath.Create($"users/{userId}/transactions/{transactionId}"), "change the transaction", transactionId, change),
            PowensJsonContext.Default.PowensTransaction,
            cancellationToken);
}
