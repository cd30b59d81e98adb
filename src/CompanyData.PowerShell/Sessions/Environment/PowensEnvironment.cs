using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>Opens a Powens session from environment variables.</summary>
internal static class PowensEnvironment
{
    public const string DomainVariable = "POWENS_DOMAIN";
    public const string TokenVariable = "POWENS_TOKEN";

    /// <summary>Returns the address of the domain; null if it is not set.</summary>
    /// <exception cref="ArgumentException">The value is not a domain.</exception>
    public static Uri? FindUri()
    {
        try
        {
            return EnvironmentVariables.Text(DomainVariable) is { } domain ? PowensClient.UriOf(domain) : null;
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"The environment variable {DomainVariable}: {exception.Message}", exception);
        }
    }

    public static PowensCredentials FindCredentials() => new()
    {
        UserToken = EnvironmentVariables.Secret(TokenVariable),
        ClientId = EnvironmentVariables.Text("POWENS_CLIENT_ID"),
        ClientSecret = EnvironmentVariables.Secret("POWENS_CLIENT_SECRET"),
    };

    /// <summary>Opens a session; returns null if there is no domain.</summary>
    public static PowensSession? TryOpen()
    {
        if (FindUri() is not { } uri)
        {
            return null;
        }

        ServiceOptions options = new()
        {
            BaseUri = uri,
            AddressVariable = DomainVariable,
            KeyVariable = EnvironmentVariables.Source(TokenVariable, given: null),
            Audit = ProcessAudit.Trail,
        };
        return new PowensSession(new PowensClient(options, FindCredentials()));
    }
}
