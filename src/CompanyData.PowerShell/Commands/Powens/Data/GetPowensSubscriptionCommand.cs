using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Reads subscriptions with providers: all, or one.</summary>
[Cmdlet(VerbsCommon.Get, "PowensSubscription")]
[OutputType(typeof(PowensSubscription))]
public sealed class GetPowensSubscriptionCommand : PowensUserDataCommand
{
    /// <summary>One subscription's id.</summary>
    [Parameter(Position = 0)]
    [Alias("Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensSubscriptionCompleter))]
    public string? SubscriptionId { get; set; }

    /// <summary>Only this connection's subscriptions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IdConnection")]
    [Id]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string? ConnectionId { get; set; }

    /// <summary>Includes disabled subscriptions.</summary>
    [Parameter]
    public SwitchParameter IncludeDisabled { get; set; }

    protected override object? Target => SubscriptionId ?? ConnectionId ?? UserId;

    protected override IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(ConnectionId), ConnectionId), (nameof(UserId), UserId)];

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        if (SubscriptionId is not null)
        {
            await output.WriteAsync(await powens.Wealth.GetSubscriptionAsync(User, SubscriptionId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        await WriteAsync(
            powens,
            powens.Wealth.ListSubscriptionsAsync(User, Given(ConnectionId), IncludeDisabled, cancellationToken),
            IncludeDisabled ? "subscriptions" : "enabled subscriptions",
            Given(ConnectionId),
            output,
            cancellationToken).ConfigureAwait(false);
    }
}
