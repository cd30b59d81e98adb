using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Reads the usage that is billed, count by count; it takes the invoicing token.</summary>
[Cmdlet(VerbsCommon.Get, "PowensInvoicing")]
[OutputType(typeof(PowensUsage))]
public sealed class GetPowensInvoicingCommand : PowensCommand
{
    /// <summary>The first day; without days it is the current month.</summary>
    [Parameter]
    [Cell(CellKind.Day)]
    public DateTime? MinDate { get; set; }

    /// <summary>The last day.</summary>
    [Parameter]
    [Cell(CellKind.Day)]
    public DateTime? MaxDate { get; set; }

    /// <summary>Gives the ids of what is counted in place of counts.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, object?> usage = await powens.Administration.GetInvoicingAsync(MinDate, MaxDate, Detailed, cancellationToken).ConfigureAwait(false);
        await output.WriteAllAsync(usage.Select(count => new PowensUsage(count.Key, count.Value))).ConfigureAwait(false);
    }
}
