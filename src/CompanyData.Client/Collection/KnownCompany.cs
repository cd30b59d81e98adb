using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Collection;

/// <summary>A company's user and connection as known from an earlier collection, which saves requests.</summary>
/// <param name="UserId">The company's only user.</param>
/// <param name="ConnectionId">The user's only connection.</param>
/// <param name="Name">Name of the company; null if unknown.</param>
/// <param name="SyncDuration">Maximum duration of its synchronisation; null if unknown.</param>
internal sealed record KnownCompany(string UserId, string ConnectionId, string? Name, TimeSpan? SyncDuration = null)
{
    /// <summary>Creates the knowledge from a dossier.</summary>
    /// <param name="dossier">The company's last dossier.</param>
    /// <param name="service">The current <see cref="CompanyDossier.Service"/>.</param>
    /// <param name="options">The current options.</param>
    /// <returns>Null if the dossier is from another service or provider, or is not conclusive.</returns>
    public static KnownCompany? From(CompanyDossier dossier, string service, CollectionOptions options)
    {
        ValueList<QardSyncItem> syncs = dossier.Syncs;
        bool isSame = dossier.Service == service && string.Equals(dossier.ProviderName, options.ProviderName, StringComparison.OrdinalIgnoreCase);
        // A remark means that the company has several users.
        return isSame
            && dossier is { UserId: { } userId, Remarks.Count: 0 }
            && syncs.Count > 0
            && syncs[0].DataConnectionId is { } connectionId
            && syncs.TrueForAll(sync => sync.DataConnectionId == connectionId && sync.Status == SyncStatus.Success)
            && !options.DataTypes.Except(syncs.Select(sync => sync.DataType!), StringComparer.Ordinal).Any()
            ? new(userId, connectionId, dossier.Name, SyncTracker.DurationOf(syncs))
            : null;
    }
}
