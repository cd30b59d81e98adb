using System.Management.Automation;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Disables a provider for the account.</summary>
[Cmdlet(VerbsLifecycle.Disable, "QardProvider", SupportsShouldProcess = true)]
[OutputType(typeof(QardProvider))]
public sealed class DisableQardProviderCommand : QardProviderChangeCommand
{
    protected override string Change => $"Disable the Qard provider '{Name}'";

    protected override Task ChangeAsync(QardAccount account, CancellationToken cancellationToken)
        => account.EnableProviderAsync(Name, enable: false, cancellationToken);
}
