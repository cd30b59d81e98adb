using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads who owns or controls a user's company.</summary>
[Cmdlet(VerbsCommon.Get, "QardBeneficialOwner")]
[OutputType(typeof(QardBeneficialOwner))]
public sealed class GetQardBeneficialOwnerCommand : QardUserCommand
{
    protected override Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
        => output.WriteAllAsync(qard.Data.ListBeneficialOwnersAsync(UserId, cancellationToken));
}
