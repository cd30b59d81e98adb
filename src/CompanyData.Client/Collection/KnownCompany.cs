using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Collection;

/// <summary>What an earlier collection tells of a company, so that the service need not be asked again.</summary>
/// <param name="UserId">Its only user.</param>
/// <param name="ConnectionId">The user's only connection.</param>
/// <param name="Name">Its name; null where that is not known.</param>
internal sealed record KnownCompany(string UserId, string ConnectionId, string? Name)
{
    /// <summary>Reads it from a dossier.</summary>
    /// <param name="dossier">The last one of the company.</param>
    /// <param name="service">The <see cref="CompanyDossier.Service"/> that is collected from now.</param>
    /// <param name="options">What is collected now.</param>
    /// <returns>Null where the dossier is of another service or provider, or does not tell everything.</returns>
    public static KnownCompany? From(CompanyDossier dossier, string service, CollectionOptions options)
    {
        ValueList<QardSyncItem> syncs = dossier.Syncs;
        bool isSame = dossier.Service == service && string.Equals(dossier.ProviderName, options.ProviderName, StringComparison.OrdinalIgnoreCase);
        // A remark says that the company has several users.
        return isSame
            && dossier is { UserId: { } userId, Remarks.Count: 0 }
            && syncs.Count > 0
            && syncs[0].DataConnectionId is { } connectionId
            && syncs.TrueForAll(sync => sync.DataConnectionId == connectionId && sync.Status == SyncStatus.Success)
            && !options.DataTypes.Except(syncs.Select(sync => sync.DataType!), StringComparer.Ordinal).Any()
            ? new(userId, connectionId, dossier.Name)
            : null;
    }
}
