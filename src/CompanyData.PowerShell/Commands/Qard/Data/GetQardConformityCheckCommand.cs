using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads a user's conformity checks, each with the officer, beneficial owner or company that it is about.</summary>
[Cmdlet(VerbsCommon.Get, "QardConformityCheck", DefaultParameterSetName = ById)]
[OutputType(typeof(QardConformityCheck))]
public sealed class GetQardConformityCheckCommand : QardDataCommand
{
    /// <summary>Only checks that are not clear.</summary>
    [Parameter]
    public SwitchParameter Attention { get; set; }

    protected override Task ReadAsync(QardClient qard, string userId, CommandOutput output, CancellationToken cancellationToken)
        => WriteAsync(
            qard,
            userId,
            QardDataType.ConformityCheck,
            qard.Data.ListConformityChecksAsync(userId, cancellationToken),
            output,
            cancellationToken,
            check => !Attention || check.Outcome != QardConformityCheck.Clear);
}
