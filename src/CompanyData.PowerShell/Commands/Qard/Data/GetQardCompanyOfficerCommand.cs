using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads the officers and auditors of a user's company.</summary>
[Cmdlet(VerbsCommon.Get, "QardCompanyOfficer", DefaultParameterSetName = ById)]
[OutputType(typeof(QardCompanyOfficer))]
public sealed class GetQardCompanyOfficerCommand : QardDataCommand
{
    /// <summary>Omits the auditors.</summary>
    [Parameter]
    public SwitchParameter ExcludeAuditor { get; set; }

    protected override Task ReadAsync(QardClient qard, string userId, CommandOutput output, CancellationToken cancellationToken)
        => WriteAsync(
            qard,
            userId,
            QardDataType.CompanyOfficer,
            qard.Data.ListCompanyOfficersAsync(userId, ExcludeAuditor, cancellationToken),
            output,
            cancellationToken,
            remark: ExcludeAuditor ? " Auditors were left out." : null);
}
