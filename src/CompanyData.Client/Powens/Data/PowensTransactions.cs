using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Reads and changes transactions of bank accounts.</summary>
public sealed class PowensTransactions
{
    private readonly ApiTransport _transport;
    private readonly PowensReader _reader;

    internal PowensTransactions(ApiTransport transport, PowensReader reader)
    {
        _transport = transport;
        _reader = reader;
    }

    /// <summary>GET /users/{u}/transactions, also under accounts and connections [docs], streamed.</summary>
    /// <param name="filter">Selects the transactions.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <param name="warn">Receives a warning at the end of an unfiltered list that is incomplete.</param>
    public IAsyncEnumerable<PowensTransaction> ListAsync(PowensTransactionFilter filter, CancellationToken cancellationToken, Action<string>? warn = null)
    {
        TransactionSpan span = new();
        return _reader.ReadPagedAsync(
            PowensRequest.Read(filter.Path, "list the transactions", filter.AccountId ?? filter.ConnectionId ?? filter.UserId),
            PowensJsonContext.Default.PowensPagePowensTransaction,
            transaction => transaction.Id,
            cancellationToken,
            (page, isLast) =>
            {
                span.Add(page.FirstDate, page.ResultMinDate);
                if (isLast && filter.IsUnbounded && span.Warning is { } warning)
                {
                    warn?.Invoke(warning);
                }
            });
    }

    /// <summary>GET …/transactions/{id} [docs].</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="transactionId">The transaction's id.</param>
    /// <param name="includeAll">Whether to include transactions of disabled accounts and removed ones.</param>
    /// <param name="expand">Further resources to include.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<PowensTransaction> GetAsync(
        string userId, string transactionId, bool includeAll, IReadOnlyCollection<string> expand, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Read(
                ApiPath.WithQuery(ApiPath.Create($"users/{userId}/transactions/{transactionId}") + (includeAll ? "?all" : string.Empty), ("expand", PowensCatalogue.List(expand))),
                "read the transaction",
                transactionId),
            PowensJsonContext.Default.PowensTransaction,
            cancellationToken);

    /// <summary>POST …/transactions/{id} [docs]: <c>wording</c>, <c>application_date</c>, <c>categories</c>, <c>comment</c>, <c>active</c>.</summary>
    public Task<PowensTransaction> ChangeAsync(string userId, string transactionId, JsonObject change, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Change(ApiPath.Create($"users/{userId}/transactions/{transactionId}"), "change the transaction", transactionId, change),
            PowensJsonContext.Default.PowensTransaction,
            cancellationToken);
}
