using System.Management.Automation;
using System.Security;
using CompanyData.Powens;
using CompanyData.Sandbox;
using CompanyData.Sessions;

namespace CompanyData.Commands.Sessions;

/// <summary>
/// Opens a session on Powens and makes it the default of this runspace. Every token is optional: each call picks the one that
/// its scope needs, and the public calls need none. It sends nothing. With -SecretName, a text is the user token; a credential is the
/// client id and the client secret; a hashtable names Domain, ClientId, ClientSecret and tokens, as far as it has them.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Powens", DefaultParameterSetName = "Domain")]
[OutputType(typeof(PowensSession))]
public sealed class ConnectPowensCommand : ConnectCommand
{
    /// <summary>The domain, such as mycompany-sandbox; without it, the environment's POWENS_DOMAIN is taken.</summary>
    [Parameter(Position = 0, ParameterSetName = "Domain")]
    [Parameter(ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    public string? Domain { get; set; }

    /// <summary>
    /// The API's whole address, in place of the domain's; no path is added to it. The address of an open sandbox session stays on that
    /// sandbox: so a user that was made there can be used.
    /// </summary>
    [Parameter(Mandatory = true, HelpMessage = "The API's whole address, in place of the domain's.", ParameterSetName = "Uri")]
    [Parameter(ParameterSetName = SecretSet)]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    /// <summary>The token of one user; where no token at all is given, the environment's POWENS_TOKEN is taken.</summary>
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

    /// <summary>The application's client id; it makes users, tokens and webview links.</summary>
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
        return new PowensSession(new PowensClient(OptionsFor(uri, sandbox), credentials), sandbox);
    }

    /// <exception cref="ArgumentException">It is the sandbox's address, and no sandbox is open.</exception>
    private static HttpMessageHandler? FindSandbox(Uri uri) => !uri.IsAbsoluteUri || uri.Host != SandboxOptions.Origin.Host
        ? null
        : (SessionStore.Current.Find(ServiceEntry.Powens) as PowensSession)?.Sandbox
            ?? throw new ArgumentException($"'{uri}' is the address of the embedded sandbox, and none is open here. Open one: Connect-CompanyDataSandbox");
}
