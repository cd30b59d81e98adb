using System.Management.Automation;
using System.Security;
using CompanyData.Pipeline;
using CompanyData.Qonto;
using CompanyData.Sessions;

namespace CompanyData.Commands.Qonto;

/// <summary>Creates a webhook: Qonto calls an address when a registration changes.</summary>
[Cmdlet(VerbsCommon.New, "QontoWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(QontoWebhook))]
public sealed class NewQontoWebhookCommand : QontoCommand
{
    /// <summary>The address, https.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The address, https.", Position = 0)]
    [ValidateNotNull]
    public Uri? CallbackUrl { get; set; }

    /// <summary>Secret with which Qonto signs its calls, also for Test-QontoWebhook.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Secret with which Qonto signs its calls.", Position = 1)]
    [ValidateNotNull]
    [SecretInput]
    public SecureString Secret { get; set; } = new();

    /// <summary>Creates the webhook disabled.</summary>
    [Parameter]
    public SwitchParameter Disabled { get; set; }

    protected override object? Target => CallbackUrl;

    protected override string Change => $"Create a Qonto webhook to {CallbackUrl}";

    protected override void Prepare()
    {
        if (CallbackUrl is not { IsAbsoluteUri: true, Scheme: "https" })
        {
            throw new ArgumentException($"'{CallbackUrl}' is not an absolute https address.");
        }
    }

    protected override async Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken)
        => await output.WriteAsync(await client.Webhooks.CreateAsync(CallbackUrl!, !Disabled, Secret.ToSecret(), cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
}
