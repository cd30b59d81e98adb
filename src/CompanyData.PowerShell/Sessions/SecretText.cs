using System.Net;
using System.Security;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>From PowerShell's secret types to the client's.</summary>
internal static class SecretText
{
    /// <exception cref="ArgumentException">It is empty.</exception>
    public static Secret ToSecret(this SecureString secret) => new(new NetworkCredential(string.Empty, secret).Password);
}
