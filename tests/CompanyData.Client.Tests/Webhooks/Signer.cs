using System.Security.Cryptography;
using System.Text;

namespace CompanyData.Client.Tests.Webhooks;

/// <summary>Signs as the services say they do; it shares nothing with what is tested.</summary>
internal static class Signer
{
    public static byte[] Mac(byte[] secret, byte[] data) => HMACSHA256.HashData(secret, data);

    public static string Qard(byte[] secret, string url) => "sha256=" + Convert.ToBase64String(Mac(secret, Encoding.UTF8.GetBytes(url)));

    public static string Qonto(byte[] secret, byte[] body) => Convert.ToHexStringLower(Mac(secret, body));

    public static string QontoTimed(byte[] secret, byte[] body, long time)
        => $"t={time},v1={Qonto(secret, [.. Encoding.ASCII.GetBytes($"{time}."), .. body])}";

    public static string Powens(byte[] secret, string path, string date, byte[] body)
        => Convert.ToBase64String(Mac(secret, [.. Encoding.UTF8.GetBytes($"POST.{path}.{date}."), .. body]));
}
