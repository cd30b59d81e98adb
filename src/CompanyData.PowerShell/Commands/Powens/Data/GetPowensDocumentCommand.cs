using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Reads documents as they come: all, a subscription's, or a connection's.</summary>
[Cmdlet(VerbsCommon.Get, "PowensDocument")]
[OutputType(typeof(PowensDocument))]
public sealed class GetPowensDocumentCommand : PowensUserDataCommand
{
    /// <summary>Only this subscription's documents.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("IdSubscription")]
    [Id]
    [ArgumentCompleter(typeof(PowensSubscriptionCompleter))]
    public string? SubscriptionId { get; set; }

    /// <summary>Only this connection's documents.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IdConnection")]
    [Id]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string? ConnectionId { get; set; }

    protected override object? Target => SubscriptionId ?? ConnectionId ?? UserId;

    protected override IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(SubscriptionId), SubscriptionId), (nameof(ConnectionId), ConnectionId), (nameof(UserId), UserId)];

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => output.WriteAllAsync(powens.Documents.ListAsync(User, Given(SubscriptionId), Given(ConnectionId), cancellationToken));
}
