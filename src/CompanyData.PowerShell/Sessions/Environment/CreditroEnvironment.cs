using CompanyData.Creditro;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>Opens a Creditro session from environment variables.</summary>
internal static class CreditroEnvironment
{
    public const string TokenVariable = "CREDITRO_API_TOKEN";

    /// <summary>Maximum retries; few, because the service asks for that [seed].</summary>
    public const int MaxRetries = 3;

    /// <exception cref="ArgumentException">The address in the environment is invalid.</exception>
    public static Uri FindUri() => EnvironmentVariables.Address("CREDITRO_PUBLIC_API_URL") ?? CreditroClient.DefaultUri;

    /// <summary>Opens a session; returns null if there is no token.</summary>
    public static CreditroSession? TryOpen() => EnvironmentVariables.Secret(TokenVariable) is { } token
        ? new CreditroSession(new CreditroClient(new ServiceOptions { BaseUri = FindUri(), MaxRetries = MaxRetries, Audit = ProcessAudit.Trail }, token, CreditroMethod.Auto))
        : null;
}
