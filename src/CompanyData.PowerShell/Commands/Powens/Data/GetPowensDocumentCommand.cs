using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Streams documents: all, those of a subscription, or those of a connection.</summary>
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

    /// <summary>Only the documents of this transaction.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Id]
    [ArgumentCompleter(typeof(PowensTransactionCompleter))]
    public string? TransactionId { get; set; }

    /// <summary>Only documents of this kind, by its id.</summary>
    [Parameter]
    [Alias("IdType")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensDocumentTypeCompleter))]
    public string? DocumentType { get; set; }

    /// <summary>The first day.</summary>
    [Parameter]
    [Cell(CellKind.Day)]
    public DateTime? MinDate { get; set; }

    /// <summary>The last day.</summary>
    [Parameter]
    [Cell(CellKind.Day)]
    public DateTime? MaxDate { get; set; }

    [Parameter]
    [Cell(CellKind.Number)]
    public decimal? MinAmount { get; set; }

    [Parameter]
    [Cell(CellKind.Number)]
    public decimal? MaxAmount { get; set; }

    protected override object? Target => TransactionId ?? SubscriptionId ?? ConnectionId ?? UserId;

    protected override IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(TransactionId), TransactionId), (nameof(SubscriptionId), SubscriptionId), (nameof(ConnectionId), ConnectionId), (nameof(UserId), UserId)];

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        PowensDocumentFilter filter = new()
        {
            UserId = User,
            TransactionId = Given(TransactionId),
            SubscriptionId = Given(SubscriptionId),
            ConnectionId = Given(ConnectionId),
            TypeId = DocumentType,
            MinDate = MinDate,
            MaxDate = MaxDate,
            MinAmount = MinAmount,
            MaxAmount = MaxAmount,
        };
        IAsyncEnumerable<PowensDocument> documents = powens.Documents.ListAsync(filter, cancellationToken);
        return filter.IsWhole ? WriteAsync(powens, documents, "documents", Given(ConnectionId), output, cancellationToken) : output.WriteAllAsync(documents);
    }
}
