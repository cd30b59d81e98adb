using System.Management.Automation;
using System.Security;
using CompanyData.Pipeline;
using CompanyData.Qonto;
using CompanyData.Sessions;

namespace CompanyData.Commands.Qonto;

/// <summary>Has Qonto call an address when registrations move on.</summary>
[Cmdlet(VerbsCommon.New, "QontoWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(QontoWebhook))]
public sealed class NewQontoWebhookCommand : QontoCommand
{
    /// <summary>The address, https.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The address, https.", Position = 0)]
    [ValidateNotNull]
    public Uri? CallbackUrl { get; set; }

    /// <summary>What Qonto signs its calls with; Test-QontoWebhook takes the same.</summary>
    [Parameter(Mandatory = true, HelpMessage = "What Qonto signs its calls with.", Position = 1)]
    [ValidateNotNull]
    [SecretInput]
    public SecureString Secret { get; set; } = new();

    /// <summary>Creates it switched off.</summary>
    [Parameter]
    public SwitchParameter Disabled { get; set; }

    protected override object? Target => CallbackUrl;

    protected override string Change => $"Have Qonto call {CallbackUrl}";

    protected override void Prepare()
    {
        if (CallbackUrl is not { IsAbsoluteUri: true, Scheme: "https" })
        {
            throw new ArgumentException($"'{CallbackUrl}' is no absolute https address.");
        }
    }

    protected override async Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken)
        => await output.WriteAsync(await client.Webhooks.CreateAsync(CallbackUrl!, !Disabled, Secret.ToSecret(), cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
}
