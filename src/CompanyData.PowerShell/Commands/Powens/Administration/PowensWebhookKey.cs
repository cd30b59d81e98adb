using System.Security;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Commands.Powens;

/// <summary>What signs a webhook's calls: AuthId for New-PowensWebhook, Secret for Test-PowensWebhook.</summary>
public sealed class PowensWebhookKey
{
    internal PowensWebhookKey(PowensWebhookSecret secret)
    {
        AuthId = secret.Id;
        Name = secret.Name;
        Type = secret.Type;
        Secret = secret.Value?.ToSecureString();
    }

    public string? AuthId { get; }

    public string? Name { get; }

    /// <summary>Such as hmac_signature.</summary>
    public string? Type { get; }

    /// <summary>Null where the service does not show it.</summary>
    public SecureString? Secret { get; }

    public override string ToString() => $"webhook secret {Name}";
}
