using System.Management.Automation;
using System.Security;
using CompanyData.Powens;
using CompanyData.Sandbox;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Sessions;

/// <summary>
/// Opens a session on Powens and makes it the default of this runspace. Every token is optional: each call uses the token that
/// its scope requires, and public calls need none. Sends nothing. With -SecretName, a text is the user token; a credential is the
/// client id and the client secret; a hashtable can have Domain, ClientId, ClientSecret and tokens.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Powens", DefaultParameterSetName = "Domain")]
[OutputType(typeof(PowensSession))]
public sealed class ConnectPowensCommand : ConnectCommand
{
    /// <summary>The domain, such as mycompany-sandbox; by default the environment variable POWENS_DOMAIN.</summary>
    [Parameter(Position = 0, ParameterSetName = "Domain")]
    [Parameter(ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    public string? Domain { get; set; }

    /// <summary>
    /// The base address of the API, instead of the domain's; no path is added. The address of an open sandbox session refers to that
    /// sandbox, so that users created there can be used.
    /// </summary>
    [Parameter(Mandatory = true, HelpMessage = "The base address of the API, instead of the domain's.", ParameterSetName = "Uri")]
    [Parameter(ParameterSetName = SecretSet)]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    /// <summary>The token of one user; without any token, the environment variable POWENS_TOKEN.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? UserToken { get; set; }

    /// <summary>The manage token of the scope config.</summary>
    [Parameter]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? ConfigToken { get; set; }

    /// <summary>The manage token of the scope user.</summary>
    [Parameter]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? UsersToken { get; set; }

    /// <summary>The manage token of the scope invoicing.</summary>
    [Parameter]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? InvoicingToken { get; set; }

    /// <summary>The application's client id, required for creating users, tokens and webview links.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>The application's client secret.</summary>
    [Parameter]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? ClientSecret { get; set; }

    private protected override ServiceEntry Service => ServiceEntry.Powens;

    private protected override SecretShape Shape => new(nameof(UserToken), nameof(ClientSecret), nameof(ClientId));

    private protected override void Take(VaultSecret secret)
    {
        Domain = secret.Text(Domain, nameof(Domain));
        UserToken = secret.Secure(UserToken, nameof(UserToken));
        ConfigToken = secret.Secure(ConfigToken, nameof(ConfigToken));
        UsersToken = secret.Secure(UsersToken, nameof(UsersToken));
        InvoicingToken = secret.Secure(InvoicingToken, nameof(InvoicingToken));
        ClientId = secret.Text(ClientId, nameof(ClientId));
        ClientSecret = secret.Secure(ClientSecret, nameof(ClientSecret));
    }

    private protected override CompanyDataSession? Open()
    {
        Uri? uri = Uri ?? (Domain is null ? PowensEnvironment.FindUri() : PowensClient.UriOf(Domain));
        PowensCredentials environment = PowensEnvironment.FindCredentials();
        bool hasToken = (UserToken ?? ConfigToken ?? UsersToken ?? InvoicingToken) is not null;
        PowensCredentials credentials = new()
        {
            UserToken = hasToken ? UserToken?.ToKey() : environment.UserToken,
            ConfigToken = ConfigToken?.ToKey(),
            UsersToken = UsersToken?.ToKey(),
            InvoicingToken = InvoicingToken?.ToKey(),
            ClientId = ClientId ?? environment.ClientId,
            ClientSecret = ClientSecret?.ToKey() ?? environment.ClientSecret,
        };
        if (uri is null)
        {
            return null;
        }

        HttpMessageHandler? sandbox = FindSandbox(uri);
        ServiceOptions options = OptionsFor(
            uri,
            EnvironmentVariables.Source(PowensEnvironment.DomainVariable, (object?)Uri ?? Domain),
            hasToken ? null : EnvironmentVariables.Source(PowensEnvironment.TokenVariable, given: null),
            sandbox);
        return new PowensSession(new PowensClient(options, credentials), sandbox);
    }

    /// <exception cref="ArgumentException">The address is that of the sandbox, but no sandbox is open.</exception>
    private static HttpMessageHandler? FindSandbox(Uri uri) => !uri.IsAbsoluteUri || uri.Host != SandboxOptions.Origin.Host
        ? null
        : (SessionStore.Current.Find(ServiceEntry.Powens) as PowensSession)?.Sandbox
            ?? throw new ArgumentException($"'{uri}' is the address of the embedded sandbox, but no sandbox is open. Open one with Connect-CompanyDataSandbox.");
}
