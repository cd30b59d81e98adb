namespace CompanyData.Sandbox.Powens.Data;

/// <summary>Which subscriptions a connection has.</summary>
internal static class SubscriptionCatalog
{
    public static IReadOnlyList<PowensSubscription> Create(PowensConnection connection) =>
        connection.Connector.IsProvider ? [new(connection, 0), new(connection, 1)] : [];
}
