using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads a user's commerce subscriptions summed up by month.</summary>
[Cmdlet(VerbsCommon.Get, "QardCommerceSubscriptionInsight")]
[OutputType(typeof(QardCommerceSubscriptionInsight))]
public sealed class GetQardCommerceSubscriptionInsightCommand : QardUserCommand
{
    protected override Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
        => output.WriteAllAsync(qard.Data.ListCommerceSubscriptionInsightsAsync(UserId, cancellationToken));
}
