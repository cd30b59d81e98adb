using CompanyData.Qard;

namespace CompanyData.Collection;

/// <summary>Where a company's data comes from.</summary>
/// <param name="UserId">Its user.</param>
/// <param name="Connections">The user's connections, the one that is collected from first.</param>
/// <param name="Latest">What the service shows of earlier synchronisations.</param>
/// <param name="IsAssumed">User and connections were not asked for: the journal or the store knows them.</param>
internal sealed record CompanySource(
    string UserId, IReadOnlyList<QardDataConnection> Connections, IReadOnlyList<QardSyncItem> Latest, bool IsAssumed);
