using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Lists the documents of a registration.</summary>
[Cmdlet(VerbsCommon.Get, "QontoRegistrationFile")]
[OutputType(typeof(QontoRegistrationFile))]
public sealed class GetQontoRegistrationFileCommand : QontoRegistrationCommand
{
    protected override Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken)
        => output.WriteAllAsync(client.Files.ListAsync(RegistrationId, cancellationToken));
}
