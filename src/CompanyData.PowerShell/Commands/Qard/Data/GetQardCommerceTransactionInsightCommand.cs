using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads monthly totals of a user's commerce transactions.</summary>
[Cmdlet(VerbsCommon.Get, "QardCommerceTransactionInsight", DefaultParameterSetName = ById)]
[OutputType(typeof(QardCommerceTransactionInsight))]
public sealed class GetQardCommerceTransactionInsightCommand : QardDataCommand
{
    protected override Task ReadAsync(QardClient qard, string userId, CommandOutput output, CancellationToken cancellationToken)
        => WriteAsync(qard, userId, QardDataType.CommerceTransactionInsight, qard.Data.ListCommerceTransactionInsightsAsync(userId, cancellationToken), output, cancellationToken);
}
