namespace CompanyData.Powens;

/// <summary>Explains why connections have given no data: there is no connection, it has a problem, or it has not been synchronised yet.</summary>
internal static class ConnectionAbsence
{
    /// <param name="connections">The connections that could have data.</param>
    /// <param name="what">The data, in the plural.</param>
    /// <returns>Null if all connections are synchronised, so that there is no such data.</returns>
    public static string? Explain(IReadOnlyCollection<PowensConnection> connections, string what)
    {
        if (connections.Count == 0)
        {
            return $"Powens: there are no {what}: the user has no connection. Send the user to the link of: New-PowensWebviewUri";
        }

        string[] reasons = [.. connections.Select(Explain).OfType<string>()];
        return reasons.Length == 0 ? null : $"Powens: there are no {what}. {string.Join(" ", reasons)}";
    }

    private static string? Explain(PowensConnection connection) => connection switch
    {
        { Problem: { } problem } => $"Connection {connection.Id}: {problem}. {connection.Remedy}",
        { LastUpdate: null } => $"Connection {connection.Id} has not been synchronised yet. Wait for it with: Wait-PowensConnection {connection.Id}",
        _ => null,
    };
}
