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

    /// <summary>Reads Qard's other list of officers; how it differs is not documented.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    protected override void Prepare()
    {
        base.Prepare();
        if (All && ExcludeAuditor)
        {
            throw new ArgumentException("-ExcludeAuditor is not known of the list that -All reads: use one of them.");
        }
    }

    protected override Task ReadAsync(QardClient qard, string userId, CommandOutput output, CancellationToken cancellationToken)
        => WriteAsync(
            qard,
            userId,
            QardDataType.CompanyOfficer,
            All ? qard.Data.ListAllCompanyOfficersAsync(userId, cancellationToken) : qard.Data.ListCompanyOfficersAsync(userId, ExcludeAuditor, cancellationToken),
            output,
            cancellationToken,
            remark: ExcludeAuditor ? " Auditors were left out." : null);
}
