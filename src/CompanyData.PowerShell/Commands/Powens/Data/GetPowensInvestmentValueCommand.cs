using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Reads what an investment was worth, day by day.</summary>
[Cmdlet(VerbsCommon.Get, "PowensInvestmentValue")]
[OutputType(typeof(PowensInvestmentValue))]
public sealed class GetPowensInvestmentValueCommand : PowensUserDataCommand
{
    /// <summary>The investment's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The investment's id.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("IdInvestment")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensInvestmentCompleter))]
    public string InvestmentId { get; set; } = string.Empty;

    protected override object? Target => InvestmentId;

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => output.WriteAllAsync(powens.Wealth.ListInvestmentValuesAsync(User, InvestmentId, cancellationToken));
}
