using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads who runs and audits a user's company.</summary>
[Cmdlet(VerbsCommon.Get, "QardCompanyOfficer", DefaultParameterSetName = ById)]
[OutputType(typeof(QardCompanyOfficer))]
public sealed class GetQardCompanyOfficerCommand : QardDataCommand
{
    /// <summary>Leaves the auditors out.</summary>
    [Parameter]
    public SwitchParameter ExcludeAuditor { get; set; }

    protected override Task ReadAsync(QardClient qard, string userId, CommandOutput output, CancellationToken cancellationToken)
        => output.WriteAllAsync(qard.Data.ListCompanyOfficersAsync(userId, ExcludeAuditor, cancellationToken));
}
