using System.Management.Automation;
using System.Security;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Commands.Qard;

/// <summary>Creates a new webhook secret and emits it; the old one becomes invalid.</summary>
[Cmdlet(VerbsCommon.Reset, "QardWebhookSecret", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(SecureString))]
public sealed class ResetQardWebhookSecretCommand : QardCommand
{
    protected override string Change => "Create a new Qard webhook secret and revoke the old one";

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
        => await output.WriteAsync((await qard.Account.ResetWebhookSecretAsync(cancellationToken).ConfigureAwait(false)).ToSecureString()).ConfigureAwait(false);
}
