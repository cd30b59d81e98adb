using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Investments and subscriptions.</summary>
public sealed class PowensWealth
{
    private readonly ApiTransport _transport;
    private readonly PowensReader _reader;

    internal PowensWealth(ApiTransport transport, PowensReader reader)
    {
        _transport = transport;
        _reader = reader;
    }

    /// <summary>GET /users/{u}/investments [docs].</summary>
    public IAsyncEnumerable<PowensInvestment> ListInvestmentsAsync(string userId, CancellationToken cancellationToken)
        => _reader.ReadAsync(
            PowensRequest.Read(ApiPath.Create($"users/{userId}/investments"), "list the investments", userId),
            PowensJsonContext.Default.PowensPagePowensInvestment,
            investment => investment.Id,
            cancellationToken);

    /// <summary>GET /users/{u}/investments/{id} [docs].</summary>
    public Task<PowensInvestment> GetInvestmentAsync(string userId, string investmentId, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Read(ApiPath.Create($"users/{userId}/investments/{investmentId}"), "read the investment", investmentId),
            PowensJsonContext.Default.PowensInvestment,
            cancellationToken);

    /// <summary>GET /users/{u}/subscriptions [docs].</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="includeDisabled">Disabled ones too (<c>?all</c>).</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<PowensSubscription> ListSubscriptionsAsync(string userId, bool includeDisabled, CancellationToken cancellationToken)
        => _reader.ReadAsync(
            PowensRequest.Read(ApiPath.Create($"users/{userId}/subscriptions") + (includeDisabled ? "?all" : string.Empty), "list the subscriptions", userId),
            PowensJsonContext.Default.PowensPagePowensSubscription,
            subscription => subscription.Id,
            cancellationToken);

    /// <summary>GET /users/{u}/subscriptions/{id} [docs].</summary>
    public Task<PowensSubscription> GetSubscriptionAsync(string userId, string subscriptionId, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Read(ApiPath.Create($"users/{userId}/subscriptions/{subscriptionId}"), "read the subscription", subscriptionId),
            PowensJsonContext.Default.PowensSubscription,
            cancellationToken);
}
