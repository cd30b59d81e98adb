using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads a user's company profile; nothing comes out where the service has none yet.</summary>
[Cmdlet(VerbsCommon.Get, "QardCompanyProfile")]
[OutputType(typeof(QardCompanyProfile))]
public sealed class GetQardCompanyProfileCommand : QardUserCommand
{
    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
        => await output.WriteAsync(await qard.Data.GetCompanyProfileAsync(UserId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
}
