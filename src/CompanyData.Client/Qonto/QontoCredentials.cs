using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>Credentials that a partner sends with every request [seed].</summary>
public sealed class QontoCredentials
{
    public required Secret Token { get; init; }

    public required string PartnerId { get; init; }

    /// <summary>Token for the sandbox only [docs].</summary>
    public Secret? StagingToken { get; init; }
}
