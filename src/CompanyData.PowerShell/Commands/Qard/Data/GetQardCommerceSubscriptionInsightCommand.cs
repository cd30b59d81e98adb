using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads monthly totals of a user's commerce subscriptions.</summary>
[Cmdlet(VerbsCommon.Get, "QardCommerceSubscriptionInsight", DefaultParameterSetName = ById)]
[OutputType(typeof(QardCommerceSubscriptionInsight))]
public sealed class GetQardCommerceSubscriptionInsightCommand : QardDataCommand
{
    protected override Task ReadAsync(QardClient qard, string userId, CommandOutput output, CancellationToken cancellationToken)
        => WriteAsync(qard, userId, QardDataType.CommerceSubscriptionInsight, qard.Data.ListCommerceSubscriptionInsightsAsync(userId, cancellationToken), output, cancellationToken);
}
