using System.Net;
using System.Security;
using CompanyData.Transport;

namespace CompanyData.Secrets;

/// <summary>From PowerShell's secret types to the client's.</summary>
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

    /// <summary>A key or token, without what is copied along with one.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public static Secret ToKey(this SecureString secret) => ToKey(new NetworkCredential(string.Empty, secret).Password);

    /// <summary>As <see cref="ToKey(SecureString)"/>: white space, quotes around it and the word Bearer are left out.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
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
