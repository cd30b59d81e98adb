using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>How a Powens session is opened from the environment.</summary>
internal static class PowensEnvironment
{
    public const string DomainVariable = "POWENS_DOMAIN";

    /// <summary>The address of the environment's domain; null where there is none.</summary>
    /// <exception cref="ArgumentException">It is no domain.</exception>
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

    /// <summary>A session on what the environment says; null where it names no domain.</summary>
    public static PowensSession? TryOpen()
        => FindUri() is { } uri ? new PowensSession(new PowensClient(new ServiceOptions { BaseUri = uri, Audit = ProcessAudit.Trail }, FindCredentials())) : null;
}
