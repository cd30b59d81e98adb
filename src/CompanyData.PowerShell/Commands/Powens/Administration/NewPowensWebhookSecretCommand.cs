using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Makes a secret that signs webhook calls, and emits it; it takes the config token.</summary>
[Cmdlet(VerbsCommon.New, "PowensWebhookSecret", SupportsShouldProcess = true)]
[OutputType(typeof(PowensWebhookKey))]
public sealed class NewPowensWebhookSecretCommand : PowensCommand
{
    /// <summary>A name to tell it by.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A name to tell it by.", Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    protected override object? Target => Name;

    protected override string Change => $"Make the Powens webhook secret '{Name}'";

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => await output.WriteAsync(new PowensWebhookKey(await powens.Webhooks.CreateSecretAsync(Name, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
}
