using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CompanyData.Client.Tests.Support;

/// <summary>A certificate that nobody vouches for.</summary>
internal static class SelfSigned
{
    /// <param name="host">Whom it names.</param>
    /// <param name="expired">Whether it ended yesterday.</param>
    public static X509Certificate2 Create(string host = "localhost", bool expired = false)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset end = DateTimeOffset.UtcNow.AddDays(expired ? -1 : 30);
        return request.CreateSelfSigned(end.AddDays(-60), end);
    }
}
