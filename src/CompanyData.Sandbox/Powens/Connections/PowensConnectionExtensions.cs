using CompanyData.Sandbox.Powens.Data;

namespace CompanyData.Sandbox.Powens;

internal static class PowensConnectionExtensions
{
    /// <summary>The accounts of the connections whose first synchronisation has ended.</summary>
    public static IEnumerable<PowensAccount> AccountsAt(this IEnumerable<PowensConnection> connections, DateTimeOffset now) =>
        connections.Where(connection => connection.HasDataAt(now)).SelectMany(connection => connection.Accounts);
}
