using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Streams a user's commerce transactions.</summary>
[Cmdlet(VerbsCommon.Get, "QardCommerceTransaction", DefaultParameterSetName = ById)]
[OutputType(typeof(QardCommerceTransaction))]
public sealed class GetQardCommerceTransactionCommand : QardDataCommand
{
    protected override Task ReadAsync(QardClient qard, string userId, CommandOutput output, CancellationToken cancellationToken)
        => WriteAsync(qard, userId, QardDataType.CommerceTransaction, qard.Data.ListCommerceTransactionsAsync(userId, cancellationToken), output, cancellationToken);
}
