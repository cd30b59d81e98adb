using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Lists the tax returns that were handed in for a user, and how far Qard is with reading them.</summary>
[Cmdlet(VerbsCommon.Get, "QardTaxReturnInput")]
[OutputType(typeof(QardTaxReturnInput))]
public sealed class GetQardTaxReturnInputCommand : QardUserCommand
{
    /// <summary>Only inputs in one of these statuses; wildcards are allowed.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string[] Status { get; set; } = ["*"];

    protected override Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        Func<string?, bool> isWanted = Wildcards.Matcher(Status);
        return output.WriteAllAsync(qard.TaxReturnInputs.ListAsync(UserId, cancellationToken), input => isWanted(input.ProcessStatus));
    }
}
