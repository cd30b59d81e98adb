using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Response of the calls under /auth [docs]: the token or code under one of three names.</summary>
internal sealed class PowensTokenResponse : IIdentified
{
    public string? AuthToken { get; set; }

    public string? AccessToken { get; set; }

    public string? Code { get; set; }

    public string? Type { get; set; }

    public string? TokenType { get; set; }

    public string? IdUser { get; set; }

    string? IIdentified.Id => IdUser;

    /// <summary>Time until expiry, in seconds.</summary>
    public decimal? ExpiresIn { get; set; }
}
