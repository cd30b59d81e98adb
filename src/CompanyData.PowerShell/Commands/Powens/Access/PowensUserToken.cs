using System.Security;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Commands.Powens;

/// <summary>A token or code of a user, for Connect-Powens -UserToken or New-PowensToken -Code.</summary>
public sealed class PowensUserToken
{
    internal PowensUserToken(PowensToken token)
    {
        UserId = token.UserId;
        Type = token.Type;
        ExpiresAt = token.ExpiresIn is { } duration ? DateTime.Now + duration : null;
        Token = token.Value.ToSecureString();
    }

    public string? UserId { get; }

    public SecureString Token { get; }

    /// <summary>Type of the token, such as permanent or temporary.</summary>
    public string? Type { get; }

    /// <summary>Expiry in local time; null if the token does not expire.</summary>
    public DateTime? ExpiresAt { get; }

    public override string ToString() => $"token of user {UserId}";
}
