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
            new ApiRequest
            {
                Method = HttpMethod.Get,
                Path = filter.Path,
                Operation = "list the transactions",
                Subject = filter.AccountId ?? filter.ConnectionId ?? filter.UserId,
                Scope = PowensScope.User,
            },
            PowensJsonContext.Default.PowensPagePowensTransaction,
            cancellationToken);

    /// <summary>GET …/transactions/{id} [docs].</summary>
    public Task<PowensTransaction> GetAsync(string userId, string transactionId, CancellationToken cancellationToken)
        => _reader.ReadOneAsync(
            new ApiRequest
            {
                Method = HttpMethod.Get,
                Path = ApiPath.Of($"users/{userId}/transactions/{transactionId}"),
                Operation = "read the transaction",
                Subject = transactionId,
                Scope = PowensScope.User,
            },
            PowensJsonContext.Default.PowensTransaction,
            cancellationToken);

    /// <summary>POST …/transactions/{id} [docs]: <c>wording</c>, <c>application_date</c>, <c>categories</c>, <c>comment</c>, <c>active</c>.</summary>
    public Task<PowensTransaction> ChangeAsync(string userId, string transactionId, JsonObject change, CancellationToken cancellationToken)
        => _transport.SendAsync(
            new ApiRequest
            {
                Method = HttpMethod.Post,
                Path = ApiPath.Of($"users/{userId}/transactions/{transactionId}"),
                Operation = "change the transaction",
                Subject = transactionId,
                Safety = RequestSafety.Idempotent,
                Scope = PowensScope.User,
                Body = PowensBody.Of(change),
            },
            PowensJsonContext.Default.PowensTransaction,
            cancellationToken);
}
