using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Removes a webhook: its address is called no longer. It takes the config token.</summary>
[Cmdlet(VerbsCommon.Remove, "PowensWebhook", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePowensWebhookCommand : PowensWebhookCommand
{
    protected override string Change => $"Remove the Powens webhook '{WebhookId}'";

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => powens.Webhooks.RemoveAsync(WebhookId, cancellationToken);
}
