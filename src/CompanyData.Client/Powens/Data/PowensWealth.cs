using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Reads investments and subscriptions.</summary>
public sealed class PowensWealth
{
    /// <summary>What the list of an investment's values may be called: the first is [docs 2021], the second [inferred].</summary>
    private static readonly string[] HistoryNames = ["investmentvalues", "history"];

    private readonly ApiTransport _transport;
    private readonly PowensReader _reader;

    internal PowensWealth(ApiTransport transport, PowensReader reader)
    {
        _transport = transport;
        _reader = reader;
    }

    /// <summary>GET /users/{u}/investments, also under accounts and connections [docs].</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="accountId">Only this account's; it goes before the connection.</param>
    /// <param name="connectionId">Only documents of this connection; null for all.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public IAsyncEnumerable<PowensInvestment> ListInvestmentsAsync(string userId, string? accountId, string? connectionId, CancellationToken cancellationToken)
    {
        string path = accountId is not null ? ApiPath.Create($"users/{userId}/accounts/{accountId}/investments")
            : connectionId is not null ? ApiPath.Create($"users/{userId}/connections/{connectionId}/investments")
            : ApiPath.Create($"users/{userId}/investments");
        return _reader.ReadAsync(
            PowensRequest.Read(path, "list the investments", accountId ?? connectionId ?? userId),
            PowensJsonContext.Default.PowensPagePowensInvestment,
            investment => investment.Id,
            cancellationToken);
    }

    /// <summary>GET /users/{u}/investments/{id}/history [docs].</summary>
    public IAsyncEnumerable<PowensInvestmentValue> ListInvestmentValuesAsync(string userId, string investmentId, CancellationToken cancellationToken)
        => _reader.ReadNamedAsync(
            PowensRequest.Read(ApiPath.Create($"users/{userId}/investments/{investmentId}/history"), "read the history", investmentId),
            PowensJsonContext.Default.PowensInvestmentValue,
            value => value.Id,
            isPaged: false,
            cancellationToken,
            HistoryNames);

    /// <summary>GET /users/{u}/investments/{id} [docs].</summary>
    public Task<PowensInvestment> GetInvestmentAsync(string userId, string investmentId, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Read(ApiPath.Create($"users/{userId}/investments/{investmentId}"), "read the investment", investmentId),
            PowensJsonContext.Default.PowensInvestment,
            cancellationToken);

    /// <summary>GET /users/{u}/subscriptions, also under a connection [docs].</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="connectionId">Only accounts of this connection; null for all.</param>
    /// <param name="includeDisabled">Whether to include disabled ones (<c>?all</c>).</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public IAsyncEnumerable<PowensSubscription> ListSubscriptionsAsync(string userId, string? connectionId, bool includeDisabled, CancellationToken cancellationToken)
    {
        string path = connectionId is null ? ApiPath.Create($"users/{userId}/subscriptions") : ApiPath.Create($"users/{userId}/connections/{connectionId}/subscriptions");
        return _reader.ReadAsync(
            PowensRequest.Read(includeDisabled ? path + "?all" : path, "list the subscriptions", connectionId ?? userId),
            PowensJsonContext.Default.PowensPagePowensSubscription,
            subscription => subscription.Id,
            cancellationToken);
    }

    /// <summary>GET /users/{u}/subscriptions/{id} [docs].</summary>
    public Task<PowensSubscription> GetSubscriptionAsync(string userId, string subscriptionId, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Read(ApiPath.Create($"users/{userId}/subscriptions/{subscriptionId}"), "read the subscription", subscriptionId),
            PowensJsonContext.Default.PowensSubscription,
            cancellationToken);
}
