using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads a user's commerce transactions, as they come.</summary>
[Cmdlet(VerbsCommon.Get, "QardCommerceTransaction")]
[OutputType(typeof(QardCommerceTransaction))]
public sealed class GetQardCommerceTransactionCommand : QardUserCommand
{
    protected override Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
        => output.WriteAllAsync(qard.Data.ListCommerceTransactionsAsync(UserId, cancellationToken));
}
