using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Reads how synchronisations went: of a user, of a connection, or of the whole domain.</summary>
[Cmdlet(VerbsCommon.Get, "PowensConnectionLog", DefaultParameterSetName = "User")]
[OutputType(typeof(PowensConnectionLog))]
public sealed class GetPowensConnectionLogCommand : PowensUserDataCommand
{
    /// <summary>Only this connection's logs.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "User")]
    [Alias("IdConnection")]
    [Id]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string? ConnectionId { get; set; }

    /// <summary>Logs of all users; it takes the users token.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Logs of all users.", ParameterSetName = "Domain")]
    public SwitchParameter Domain { get; set; }

    /// <summary>The first day.</summary>
    [Parameter]
    [Cell(CellKind.Day)]
    public DateTime? MinDate { get; set; }

    /// <summary>The last day.</summary>
    [Parameter]
    [Cell(CellKind.Day)]
    public DateTime? MaxDate { get; set; }

    /// <summary>Only logs of this source.</summary>
    [Parameter]
    [Alias("IdSource")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensSourceCompleter))]
    public string? SourceId { get; set; }

    /// <summary>Only logs with this state.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string? State { get; set; }

    protected override object? Target => Domain ? null : ConnectionId ?? UserId;

    protected override IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(ConnectionId), ConnectionId), (nameof(UserId), UserId)];

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        PowensLogFilter filter = new()
        {
            UserId = Domain ? null : User,
            ConnectionId = Domain ? null : Given(ConnectionId),
            MinDate = MinDate,
            MaxDate = MaxDate,
            SourceId = SourceId,
            State = State,
        };
        return output.WriteAllAsync(powens.Sources.ListLogsAsync(filter, cancellationToken));
    }
}
