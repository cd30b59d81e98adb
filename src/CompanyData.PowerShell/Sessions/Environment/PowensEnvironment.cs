using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>Opens a Powens session from environment variables.</summary>
internal static class PowensEnvironment
{
    public const string DomainVariable = "POWENS_DOMAIN";

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
        UserToken = EnvironmentVariables.Secret("POWENS_TOKEN"),
        ClientId = EnvironmentVariables.Text("POWENS_CLIENT_ID"),
        ClientSecret = EnvironmentVariables.Secret("POWENS_CLIENT_SECRET"),
    };

    /// <summary>Opens a session; returns null if there is no domain.</summary>
    public static PowensSession? TryOpen()
        => FindUri() is { } uri ? new PowensSession(new PowensClient(new ServiceOptions { BaseUri = uri, Audit = ProcessAudit.Trail }, FindCredentials())) : null;
}
