using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Reads what was changed in the domain's configuration, and when; it takes the config token.</summary>
[Cmdlet(VerbsCommon.Get, "PowensConfigurationLog")]
[OutputType(typeof(PowensConfigurationChange))]
public sealed class GetPowensConfigurationLogCommand : PowensCommand
{
    /// <summary>A text within the parameter's name.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>Only additions, updates or removals: add, update, delete.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string? Type { get; set; }

    /// <summary>The first day.</summary>
    [Parameter]
    [Cell(CellKind.Day)]
    public DateTime? MinDate { get; set; }

    /// <summary>The last day.</summary>
    [Parameter]
    [Cell(CellKind.Day)]
    public DateTime? MaxDate { get; set; }

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => output.WriteAllAsync(powens.Administration.ListConfigurationChangesAsync(Search, Type, MinDate, MaxDate, cancellationToken));
}
