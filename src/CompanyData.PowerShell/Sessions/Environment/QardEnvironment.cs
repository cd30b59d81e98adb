using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>Opens a Qard session from environment variables.</summary>
internal static class QardEnvironment
{
    public const string KeyVariable = "QARD_API_KEY";

    /// <summary>Returns the API key; null if it is not set.</summary>
    public static Secret? FindKey() => EnvironmentVariables.Secret(KeyVariable);

    /// <exception cref="ArgumentException">The address in the environment is invalid.</exception>
    public static Uri FindUri() => EnvironmentVariables.Address("QARD_API_URL") ?? QardClient.DefaultUri;

    /// <summary>Opens a session; returns null if there is no key.</summary>
    public static QardSession? TryOpen()
        => FindKey() is { } key ? new QardSession(new QardClient(new ServiceOptions { BaseUri = FindUri(), Audit = ProcessAudit.Trail }, key)) : null;
}
