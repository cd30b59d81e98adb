using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads the account of the key, which also checks the key.</summary>
[Cmdlet(VerbsCommon.Get, "QardProfile")]
[OutputType(typeof(QardProfile))]
public sealed class GetQardProfileCommand : QardCommand
{
    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
        => await output.WriteAsync(await qard.Account.GetProfileAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
}
