using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads a user's commerce transactions summed up by month.</summary>
[Cmdlet(VerbsCommon.Get, "QardCommerceTransactionInsight")]
[OutputType(typeof(QardCommerceTransactionInsight))]
public sealed class GetQardCommerceTransactionInsightCommand : QardUserCommand
{
    protected override Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
        => output.WriteAllAsync(qard.Data.ListCommerceTransactionInsightsAsync(UserId, cancellationToken));
}
