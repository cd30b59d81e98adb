using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Makes Qonto send the owner of a company creation the e-mail with the link.</summary>
[Cmdlet(VerbsCommunications.Send, "QontoOwnerEmail", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SendQontoOwnerEmailCommand : QontoRegistrationCommand
{
    protected override string Change => $"Send the owner of the Qonto registration '{RegistrationId}' an e-mail";

    protected override Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken)
        => client.Registrations.SendOwnerEmailAsync(RegistrationId, cancellationToken);
}
