using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>How a Qard session is opened, from what was given and from the environment.</summary>
internal static class QardEnvironment
{
    public const string KeyVariable = "QARD_API_KEY";
    private const string UriVariable = "QARD_API_URL";

    /// <summary>The key of the environment; null where there is none.</summary>
    public static Secret? FindKey()
        => Environment.GetEnvironmentVariable(KeyVariable) is { } key && !string.IsNullOrWhiteSpace(key) ? new Secret(key.Trim()) : null;

    /// <exception cref="ArgumentException">The address of the environment is none.</exception>
    public static Uri FindUri()
    {
        string? text = Environment.GetEnvironmentVariable(UriVariable);
        return string.IsNullOrWhiteSpace(text) ? QardClient.DefaultUri
            : Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) ? uri
            : throw new ArgumentException($"{UriVariable} is '{text}', which is not an absolute address.");
    }

    /// <summary>A session on what the environment says; null where it has no key.</summary>
    public static QardSession? TryOpen()
        => FindKey() is { } key ? new QardSession(new QardClient(new ServiceOptions { BaseUri = FindUri() }, key)) : null;
}
