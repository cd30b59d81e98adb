using CompanyData.Qard;

namespace CompanyData.Collection;

/// <summary>User and connections from which a company is collected.</summary>
/// <param name="UserId">The company's user.</param>
/// <param name="Connections">The user's connections, the one to the requested provider first.</param>
/// <param name="Latest">The user's latest sync items.</param>
/// <param name="IsAssumed">Whether user and connections come from the journal or the store, not from the service.</param>
internal sealed record CompanySource(
    string UserId, IReadOnlyList<QardDataConnection> Connections, IReadOnlyList<QardSyncItem> Latest, bool IsAssumed);
