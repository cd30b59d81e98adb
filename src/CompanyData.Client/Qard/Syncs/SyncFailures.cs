namespace CompanyData.Qard;

/// <summary>Says why a data type was not collected, and what to do.</summary>
/// <param name="userId">The user's id.</param>
/// <param name="connections">The user's connections; empty if they are unknown.</param>
internal sealed class SyncFailures(string userId, IReadOnlyList<QardDataConnection> connections)
{
    /// <summary>Stands for the data type of a synchronisation that names none.</summary>
    public const string AnyType = "any data type";

    /// <summary>For a synchronisation that ended without success.</summary>
    public QardSyncFailure Explain(QardSyncItem item)
    {
        string type = item.DataType ?? string.Empty;
        string? url = connections.FirstOrDefault(connection => connection.Id == item.DataConnectionId)?.RedirectUrl;
        (string reason, string remedy) = item.Status switch
        {
            SyncStatus.AuthError => ($"{item.ProviderName} requires the end user's consent again", ConsentRemedy(url)),
            SyncStatus.FetchError => ($"{item.ProviderName} could not be read", $"Try again later: Start-QardSync -UserId {userId} -DataType {type}"),
            SyncStatus.InternalError => ("internal error at the service", $"Try again later. If the error persists, give the sync id {item.Id} to the service's support."),
            _ => ($"it ended as '{item.Status}', a status that this version does not know", $"Check with: Get-QardSync -UserId {userId}"),
        };
        return new(type, item.ProviderName, item.Status ?? string.Empty, reason, remedy, item.Status == SyncStatus.AuthError ? url : null);
    }

    /// <summary>For a type that no usable connection collects.</summary>
    public QardSyncFailure NotStarted(string type)
    {
        QardDataConnection? blocked = connections.FirstOrDefault(connection => connection.RequestedDataTypes.Contains(type));
        return blocked is null
            ? new(
                type,
                null,
                QardSyncFailure.NotStarted,
                "no data connection of the user collects it",
                $"Add it with New-QardDataConnection or Set-QardDataConnection -UserId {userId}, then start again.",
                null)
            : Blocked(type, blocked);
    }

    /// <summary>What a synchronisation of these types will not collect: types of connections that are not connected, and known types that no connection collects.</summary>
    /// <param name="dataTypes">The data types to collect; empty for all.</param>
    public IEnumerable<QardSyncFailure> Foresee(IReadOnlyList<string> dataTypes)
    {
        foreach (QardDataConnection connection in connections.Where(connection => connection.Status is not (ConnectionStatus.Connected or ConnectionStatus.Connecting)))
        {
            string[] types = [.. connection.RequestedDataTypes.Where(type => dataTypes.Count == 0 || dataTypes.Contains(type, StringComparer.Ordinal))];
            if (types.Length > 0)
            {
                yield return Blocked(string.Join(", ", types), connection);
            }
        }

        string[] unserved = connections.Count == 0 && dataTypes.Count == 0 ? [AnyType]
            : [.. dataTypes.Where(type => QardDataType.Find(type) is not null && connections.All(connection => !connection.RequestedDataTypes.Contains(type)))];
        if (unserved.Length > 0)
        {
            yield return NotStarted(string.Join(", ", unserved));
        }
    }

    private static QardSyncFailure Blocked(string types, QardDataConnection connection) => new(
        types,
        connection.ProviderName,
        QardSyncFailure.NotStarted,
        $"the connection to {connection.ProviderName} is {connection.Status}",
        ConsentRemedy(connection.RedirectUrl),
        connection.RedirectUrl);

    private static string ConsentRemedy(string? url)
        => url is null ? "Let the end user connect again (Set-QardDataConnection -Reconnect), then start again." : $"Let the end user consent at {url}, then start again.";
}
