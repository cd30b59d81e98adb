using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Credentials of a session; all are optional, because the public calls need none.</summary>
public sealed class PowensCredentials
{
    public Secret? UserToken { get; init; }

    public Secret? ConfigToken { get; init; }

    public Secret? UsersToken { get; init; }

    public Secret? InvoicingToken { get; init; }

    public string? ClientId { get; init; }

    public Secret? ClientSecret { get; init; }

    /// <summary>The scopes for which there is a token.</summary>
    public IEnumerable<string> Scopes => ByScope.Where(pair => pair.Value is not null).Select(pair => pair.Key);

    internal IReadOnlyDictionary<string, Secret?> ByScope => new Dictionary<string, Secret?>(StringComparer.Ordinal)
    {
        [PowensScope.User] = UserToken,
        [PowensScope.Config] = ConfigToken,
        [PowensScope.Users] = UsersToken,
        [PowensScope.Invoicing] = InvoicingToken,
    };
}
