using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads a user's company profile; no output if the service has none yet, and a warning that says why.</summary>
[Cmdlet(VerbsCommon.Get, "QardCompanyProfile", DefaultParameterSetName = ById)]
[OutputType(typeof(QardCompanyProfile))]
public sealed class GetQardCompanyProfileCommand : QardDataCommand
{
    protected override Task ReadAsync(QardClient qard, string userId, CommandOutput output, CancellationToken cancellationToken)
        => WriteAsync(qard, userId, QardDataType.CompanyProfile, qard.Data.ListAsync(userId, QardDataType.CompanyProfile, cancellationToken), output, cancellationToken);
}
