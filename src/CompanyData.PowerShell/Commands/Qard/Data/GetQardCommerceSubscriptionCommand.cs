using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads a user's commerce subscriptions.</summary>
[Cmdlet(VerbsCommon.Get, "QardCommerceSubscription", DefaultParameterSetName = ById)]
[OutputType(typeof(QardCommerceSubscription))]
public sealed class GetQardCommerceSubscriptionCommand : QardDataCommand
{
    protected override Task ReadAsync(QardClient qard, string userId, CommandOutput output, CancellationToken cancellationToken)
        => WriteAsync(qard, userId, QardDataType.CommerceSubscription, qard.Data.ListCommerceSubscriptionsAsync(userId, cancellationToken), output, cancellationToken);
}
