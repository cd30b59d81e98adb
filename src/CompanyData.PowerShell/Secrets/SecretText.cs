using System.Net;
using System.Security;
using CompanyData.Transport;

namespace CompanyData.Secrets;

/// <summary>Converts between PowerShell's secret types and <see cref="Secret"/>.</summary>
internal static class SecretText
{
    private const string Bearer = "Bearer ";

    private static readonly string[] Quotes = ["\"\"", "''", "\u201C\u201D", "\u2018\u2019", "\u00AB\u00BB", "``"];

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

    /// <summary>Converts a key or token and removes what is often copied with it.</summary>
    /// <exception cref="ArgumentException">The secret is empty.</exception>
    public static Secret ToKey(this SecureString secret) => ToKey(new NetworkCredential(string.Empty, secret).Password);

    /// <summary>Like <see cref="ToKey(SecureString)"/>: removes surrounding white space and quotes and the word Bearer.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static Secret ToKey(string text)
    {
        string key = text.Trim();
        for (string before = string.Empty; before != key;)
        {
            before = key;
            key = key.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? key.Substring(Bearer.Length).Trim() : key;
            key = key.Length > 1 && Quotes.Contains($"{key[0]}{key[key.Length - 1]}", StringComparer.Ordinal) ? key.Substring(1, key.Length - 2).Trim() : key;
        }

        return new(key);
    }
}
