using System.Globalization;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>
/// Explains why a user has no data of a type. Three cases must not be confused: it was never collected, it is not collected yet, and it was
/// collected and there is none.
/// </summary>
internal sealed class DataAbsence(QardSyncs syncs, QardDataConnections connections)
{
    /// <summary>Takes one request, and a second one if the type was never synchronised or requires consent.</summary>
    public async Task<string> ExplainAsync(string userId, QardDataType type, CancellationToken cancellationToken)
    {
        IReadOnlyList<QardSyncItem> latest = await syncs.ListLatestAsync(userId, cancellationToken).ReadAllAsync().ConfigureAwait(false);
        QardSyncItem[] items = [.. latest.Where(item => item.DataType is { } name && QardDataType.Parse(name).Path == type.Path)];
        string what = $"Qard: {type.Name} of user {userId}";
        if (Array.Find(items, item => !SyncStatus.IsFinal(item)) is { } running)
        {
            return $"{what} is not there yet: its synchronisation is {running.Status}. Wait for it with: Wait-QardSync -UserId {userId}";
        }

        if (Array.Find(items, item => item.Status != SyncStatus.Success) is { } failed)
        {
            QardSyncFailure failure = new SyncFailures(userId, failed.Status == SyncStatus.AuthError ? await ListConnectionsAsync().ConfigureAwait(false) : []).Explain(failed);
            return $"{what} was not collected: {failure.Reason} ({failure.Status}). {failure.Remedy}";
        }

        if (items.Length > 0)
        {
            string? date = items.Max(item => item.CompletedAt)?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            return $"{what} was collected{(date is null ? string.Empty : $" ({date})")}, and there is none.";
        }

        IReadOnlyList<QardDataConnection> known = await ListConnectionsAsync().ConfigureAwait(false);
        if (known.Any(connection => connection.Status == ConnectionStatus.Connected && connection.RequestedDataTypes.Contains(type.Name)))
        {
            return $"{what} was never collected: the service shows no synchronisation of it. If one has just been started, wait for it with Wait-QardSync; "
                + $"otherwise start one: Start-QardSync -UserId {userId} -DataType {type.Name}";
        }

        QardSyncFailure missing = new SyncFailures(userId, known).NotStarted(type.Name);
        return $"{what} was never collected: {missing.Reason}. {missing.Remedy}";

        Task<List<QardDataConnection>> ListConnectionsAsync() => connections.ListAsync(userId, cancellationToken).ReadAllAsync();
    }
}
