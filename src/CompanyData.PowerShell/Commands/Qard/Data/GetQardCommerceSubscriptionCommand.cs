using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads a user's commerce subscriptions.</summary>
[Cmdlet(VerbsCommon.Get, "QardCommerceSubscription")]
[OutputType(typeof(QardCommerceSubscription))]
public sealed class GetQardCommerceSubscriptionCommand : QardUserCommand
{
    protected override Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
        => output.WriteAllAsync(qard.Data.ListCommerceSubscriptionsAsync(UserId, cancellationToken));
}
