using CompanyData.Creditro;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>How a Creditro session is opened from the environment.</summary>
internal static class CreditroEnvironment
{
    public const string TokenVariable = "CREDITRO_API_TOKEN";

    /// <summary>Retries of a Creditro session: few, since the service asks for that [seed].</summary>
    public const int MaxRetries = 3;

    /// <exception cref="ArgumentException">The address of the environment is none.</exception>
    public static Uri FindUri() => EnvironmentVariables.Address("CREDITRO_PUBLIC_API_URL") ?? CreditroClient.DefaultUri;

    /// <summary>A session on what the environment says; null where it has no token.</summary>
    public static CreditroSession? TryOpen() => EnvironmentVariables.Secret(TokenVariable) is { } token
        ? new CreditroSession(new CreditroClient(new ServiceOptions { BaseUri = FindUri(), MaxRetries = MaxRetries, Audit = ProcessAudit.Trail }, token, CreditroMethod.Auto))
        : null;
}
