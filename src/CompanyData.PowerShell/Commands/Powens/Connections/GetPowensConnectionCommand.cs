using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Commands.Powens;

/// <summary>Reads connections, with the problem and remedy if there is one.</summary>
[Cmdlet(VerbsCommon.Get, "PowensConnection")]
[OutputType(typeof(PowensConnection))]
public sealed class GetPowensConnectionCommand : PowensUserDataCommand
{
    /// <summary>One connection's id.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Id]
    [Alias("IdConnection")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string? ConnectionId { get; set; }

    /// <summary>Short for -ConnectionId. Does not bind from the pipeline, because piped objects have an Id of another kind.</summary>
    [Parameter]
    [Id]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string? Id { get => ConnectionId; set => ConnectionId = value; }

    /// <summary>Further resources to include.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WordCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Expand { get; set; } = [];

    /// <summary>Only connections with a consent that ends within this time or has ended: days, or a TimeSpan. It brings the sources along.</summary>
    [Parameter]
    [Days]
    public TimeSpan? ExpiringWithin { get; set; }

    protected override object? Target => ConnectionId ?? UserId;

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        string[] expand = ExpiringWithin is null ? Expand : [.. Expand.Append("sources").Distinct(StringComparer.Ordinal)];
        if (ConnectionId is null)
        {
            await output.WriteAllAsync(powens.Connections.ListAsync(User, expand, cancellationToken), IsWanted).ConfigureAwait(false);
            return;
        }

        PowensConnection connection = await powens.Connections.GetAsync(User, ConnectionId, expand, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(IsWanted(connection) ? connection : null).ConfigureAwait(false);

        bool IsWanted(PowensConnection connection) => Consents.EndWithin(connection.AccessExpire, ExpiringWithin, powens.Time);
    }
}
