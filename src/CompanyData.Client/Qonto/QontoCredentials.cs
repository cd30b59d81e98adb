using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>What a partner sends with every request [seed].</summary>
public sealed class QontoCredentials
{
    public required Secret Token { get; init; }

    public required string PartnerId { get; init; }

    /// <summary>For the sandbox alone [docs].</summary>
    public Secret? StagingToken { get; init; }
}
