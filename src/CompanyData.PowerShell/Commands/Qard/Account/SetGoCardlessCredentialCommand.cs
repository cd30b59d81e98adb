using System.Management.Automation;
using System.Security;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>
/// Connects a GoCardless partner app with Qard; its redirect URL must be https://api.qardfinance.com/callback/gocardless.
/// Source: the GoCardless document [seed]: credentials, then settings, then enable.
/// </summary>
[Cmdlet(VerbsCommon.Set, "GoCardlessCredential", SupportsShouldProcess = true)]
[OutputType(typeof(QardProvider))]
public sealed class SetGoCardlessCredentialCommand : QardCommand
{
    private const string Provider = "gocardless";

    /// <summary>The partner app's client id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The partner app's client id.", Position = 0)]
    [ValidateNotNullOrEmpty]
    public string ClientId { get; set; } = string.Empty;

    /// <summary>The partner app's client secret.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The partner app's client secret.", Position = 1)]
    [ValidateNotNull]
    [SecretInput]
    public SecureString ClientSecret { get; set; } = new();

    /// <summary>The app is in GoCardless's sandbox, not in production.</summary>
    [Parameter]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>Also sets auto_connect.</summary>
    [Parameter]
    public SwitchParameter AutoConnect { get; set; }

    /// <summary>Also enables the provider, as the last step.</summary>
    [Parameter]
    public SwitchParameter Enable { get; set; }

    /// <summary>Emits the provider after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override object Target => Provider;

    protected override string Change
        => $"Set the {(Sandbox ? "sandbox" : "live")} credentials of GoCardless (client {ClientId})"
            + (AutoConnect ? ", enable auto-connect" : string.Empty)
            + (Enable ? ", enable the provider" : string.Empty);

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        Dictionary<string, object?> credentials = new(StringComparer.Ordinal)
        {
            ["is_sandbox"] = Sandbox.IsPresent,
            ["client_id"] = ClientId,
            ["client_secret"] = ClientSecret.ToSecret(),
        };
        await qard.Account.SetProviderCredentialsAsync(Provider, credentials, cancellationToken).ConfigureAwait(false);
        if (AutoConnect)
        {
            Dictionary<string, object?> settings = new(StringComparer.Ordinal) { ["auto_connect"] = true };
            await qard.Account.SetProviderSettingsAsync(Provider, settings, cancellationToken).ConfigureAwait(false);
        }

        if (Enable)
        {
            await qard.Account.EnableProviderAsync(Provider, enable: true, cancellationToken).ConfigureAwait(false);
        }

        if (PassThru)
        {
            IReadOnlyList<QardProvider> providers = await qard.Account.ListProvidersAsync(cancellationToken).ReadAllAsync().ConfigureAwait(false);
            await output.WriteAsync(providers.FirstOrDefault(provider => provider.Name == Provider)).ConfigureAwait(false);
        }
    }
}
