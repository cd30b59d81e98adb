using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Commands.Powens;

/// <summary>Reads the ways by which connections read, each with the end of its consent: all of a user, a connection's, or one.</summary>
[Cmdlet(VerbsCommon.Get, "PowensConnectionSource")]
[OutputType(typeof(PowensConnectionSource))]
public sealed class GetPowensConnectionSourceCommand : PowensUserDataCommand
{
    private static readonly string[] Sources = ["sources"];

    /// <summary>Only this connection's sources.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IdConnection")]
    [Id]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string? ConnectionId { get; set; }

    /// <summary>One source of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IdSource")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensSourceCompleter))]
    public string? SourceId { get; set; }

    /// <summary>Only sources whose consent ends within this time or has ended: days, or a TimeSpan.</summary>
    [Parameter]
    [Days]
    public TimeSpan? ExpiringWithin { get; set; }

    protected override object? Target => SourceId ?? ConnectionId ?? UserId;

    protected override IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(ConnectionId), ConnectionId), (nameof(UserId), UserId)];

    protected override void Prepare()
    {
        base.Prepare();
        if (SourceId is not null && ConnectionId is null)
        {
            throw new ArgumentException("A source is read within its connection: give -ConnectionId too.");
        }
    }

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        foreach (PowensConnectionSource source in await ReadAsync(powens, cancellationToken).ConfigureAwait(false))
        {
            await output.WriteAsync(Consents.EndWithin(source.AccessExpire, ExpiringWithin, powens.Time) ? source : null).ConfigureAwait(false);
        }
    }

    private async Task<IEnumerable<PowensConnectionSource>> ReadAsync(PowensClient powens, CancellationToken cancellationToken)
    {
        if (SourceId is not null)
        {
            return [await powens.Sources.GetAsync(User, ConnectionId!, SourceId, cancellationToken).ConfigureAwait(false)];
        }

        return ConnectionId is not null
            ? await powens.Sources.ListAsync(User, ConnectionId, cancellationToken).ReadAllAsync().ConfigureAwait(false)
            : (await powens.Connections.ListAsync(User, Sources, cancellationToken).ReadAllAsync().ConfigureAwait(false)).SelectMany(connection => connection.Sources);
    }
}
