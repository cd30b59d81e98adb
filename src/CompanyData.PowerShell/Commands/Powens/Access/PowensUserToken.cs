using System.Security;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>A token or code of a user, for Connect-Powens -UserToken or New-PowensToken -Code.</summary>
public sealed class PowensUserToken
{
    internal PowensUserToken(PowensToken token)
    {
        UserId = token.UserId;
        Type = token.Type;
        ExpiresAt = token.ExpiresIn is { } duration ? DateTime.Now + duration : null;
        SecureString value = new();
        foreach (char c in token.Value.Reveal())
        {
            value.AppendChar(c);
        }

        value.MakeReadOnly();
        Token = value;
    }

    public string? UserId { get; }

    public SecureString Token { get; }

    /// <summary>Such as permanent or temporary.</summary>
    public string? Type { get; }

    /// <summary>Local time; null where it does not expire.</summary>
    public DateTime? ExpiresAt { get; }

    public override string ToString() => $"token of user {UserId}";
}
