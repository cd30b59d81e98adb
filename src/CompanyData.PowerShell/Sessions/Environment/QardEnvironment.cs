using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>Opens a Qard session from environment variables.</summary>
internal static class QardEnvironment
{
    public const string KeyVariable = "QARD_API_KEY";
    public const string AddressVariable = "QARD_API_URL";

    /// <summary>Returns the API key; null if it is not set.</summary>
    public static Secret? FindKey() => EnvironmentVariables.Secret(KeyVariable);

    /// <exception cref="ArgumentException">The address in the environment is invalid.</exception>
    public static Uri FindUri() => EnvironmentVariables.Address(AddressVariable) ?? QardClient.DefaultUri;

    /// <summary>Opens a session; returns null if there is no key.</summary>
    public static QardSession? TryOpen()
    {
        if (FindKey() is not { } key)
        {
            return null;
        }

        ServiceOptions options = new()
        {
            BaseUri = FindUri(),
            AddressVariable = EnvironmentVariables.Source(AddressVariable, given: null),
            KeyVariable = KeyVariable,
            Audit = ProcessAudit.Trail,
        };
        return new QardSession(new QardClient(options, key));
    }
}
