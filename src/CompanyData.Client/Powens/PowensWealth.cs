using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Investments and subscriptions.</summary>
public sealed class PowensWealth
{
    private readonly PowensReader _reader;

    internal PowensWealth(PowensReader reader) => _reader = reader;

    /// <summary>GET /users/{u}/investments [docs].</summary>
    public IAsyncEnumerable<PowensInvestment> GetInvestmentsAsync(string userId, CancellationToken cancellationToken)
        => _reader.ReadAsync(
            Read(ApiPath.Of($"users/{userId}/investments"), "list the investments", userId),
            PowensJsonContext.Default.PowensPagePowensInvestment,
            cancellationToken);

    /// <summary>GET /users/{u}/investments/{id} [docs].</summary>
    public Task<PowensInvestment> GetInvestmentAsync(string userId, string investmentId, CancellationToken cancellationToken)
        => _reader.ReadOneAsync(
            Read(ApiPath.Of($"users/{userId}/investments/{investmentId}"), "read the investment", investmentId),
            PowensJsonContext.Default.PowensInvestment,
            cancellationToken);

    /// <summary>GET /users/{u}/subscriptions [docs].</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="includeDisabled">Disabled ones too (<c>?all</c>).</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<PowensSubscription> GetSubscriptionsAsync(string userId, bool includeDisabled, CancellationToken cancellationToken)
        => _reader.ReadAsync(
            Read(ApiPath.Of($"users/{userId}/subscriptions") + (includeDisabled ? "?all" : string.Empty), "list the subscriptions", userId),
            PowensJsonContext.Default.PowensPagePowensSubscription,
            cancellationToken);

    /// <summary>GET /users/{u}/subscriptions/{id} [docs].</summary>
    public Task<PowensSubscription> GetSubscriptionAsync(string userId, string subscriptionId, CancellationToken cancellationToken)
        => _reader.ReadOneAsync(
            Read(ApiPath.Of($"users/{userId}/subscriptions/{subscriptionId}"), "read the subscription", subscriptionId),
            PowensJsonContext.Default.PowensSubscription,
            cancellationToken);

    private static ApiRequest Read(string path, string operation, string subject)
        => new() { Method = HttpMethod.Get, Path = path, Operation = operation, Subject = subject, Scope = PowensScope.User };
}
