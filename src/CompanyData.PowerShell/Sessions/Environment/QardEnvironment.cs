using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>How a Qard session is opened from the environment.</summary>
internal static class QardEnvironment
{
    public const string KeyVariable = "QARD_API_KEY";

    /// <summary>The key of the environment; null where there is none.</summary>
    public static Secret? FindKey() => EnvironmentVariables.Secret(KeyVariable);

    /// <exception cref="ArgumentException">The address of the environment is none.</exception>
    public static Uri FindUri() => EnvironmentVariables.Address("QARD_API_URL") ?? QardClient.DefaultUri;

    /// <summary>A session on what the environment says; null where it has no key.</summary>
    public static QardSession? TryOpen()
        => FindKey() is { } key ? new QardSession(new QardClient(new ServiceOptions { BaseUri = FindUri(), Audit = ProcessAudit.Trail }, key)) : null;
}
