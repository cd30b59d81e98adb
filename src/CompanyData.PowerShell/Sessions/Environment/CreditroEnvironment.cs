using CompanyData.Creditro;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>Opens a Creditro session from environment variables.</summary>
internal static class CreditroEnvironment
{
    public const string TokenVariable = "CREDITRO_API_TOKEN";
    public const string AddressVariable = "CREDITRO_PUBLIC_API_URL";

    /// <summary>Maximum retries; few, because the service asks for that [seed].</summary>
    public const int MaxRetries = 3;

    /// <exception cref="ArgumentException">The address in the environment is invalid.</exception>
    public static Uri FindUri() => EnvironmentVariables.Address(AddressVariable) ?? CreditroClient.DefaultUri;

    /// <summary>Opens a session; returns null if there is no token.</summary>
    public static CreditroSession? TryOpen()
    {
        if (EnvironmentVariables.Secret(TokenVariable) is not { } token)
        {
            return null;
        }

        ServiceOptions options = new()
        {
            BaseUri = FindUri(),
            AddressVariable = EnvironmentVariables.Source(AddressVariable, given: null),
            KeyVariable = TokenVariable,
            MaxRetries = MaxRetries,
            Audit = ProcessAudit.Trail,
        };
        return new CreditroSession(new CreditroClient(options, token, CreditroMethod.Auto));
    }
}
