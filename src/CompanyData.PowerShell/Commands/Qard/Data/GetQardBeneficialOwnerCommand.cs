using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads the beneficial owners of a user's company.</summary>
[Cmdlet(VerbsCommon.Get, "QardBeneficialOwner", DefaultParameterSetName = ById)]
[OutputType(typeof(QardBeneficialOwner))]
public sealed class GetQardBeneficialOwnerCommand : QardDataCommand
{
    protected override Task ReadAsync(QardClient qard, string userId, CommandOutput output, CancellationToken cancellationToken)
        => WriteAsync(qard, userId, QardDataType.BeneficialOwner, qard.Data.ListBeneficialOwnersAsync(userId, cancellationToken), output, cancellationToken);
}
