using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads a user's company profile; no output if the service has none yet.</summary>
[Cmdlet(VerbsCommon.Get, "QardCompanyProfile", DefaultParameterSetName = ById)]
[OutputType(typeof(QardCompanyProfile))]
public sealed class GetQardCompanyProfileCommand : QardDataCommand
{
    protected override async Task ReadAsync(QardClient qard, string userId, CommandOutput output, CancellationToken cancellationToken)
        => await output.WriteAsync(await qard.Data.GetCompanyProfileAsync(userId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
}
