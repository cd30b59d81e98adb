using System.Net;
using System.Security;
using CompanyData.Transport;

namespace CompanyData.Secrets;

/// <summary>From PowerShell's secret types to the client's.</summary>
internal static class SecretText
{
    public static SecureString ToSecureString(this Secret secret)
    {
        SecureString secure = new();
        foreach (char c in secret.Reveal())
        {
            secure.AppendChar(c);
        }

        secure.MakeReadOnly();
        return secure;
    }

    /// <exception cref="ArgumentException">It is empty.</exception>
    public static Secret ToSecret(this SecureString secret) => new(new NetworkCredential(string.Empty, secret).Password);
}
