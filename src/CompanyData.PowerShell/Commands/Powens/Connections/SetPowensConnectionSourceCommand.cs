using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Switches a source of a connection off or on.</summary>
[Cmdlet(VerbsCommon.Set, "PowensConnectionSource", SupportsShouldProcess = true)]
[OutputType(typeof(PowensConnectionSource))]
public sealed class SetPowensConnectionSourceCommand : PowensUserDataCommand
{
    /// <summary>The connection's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The connection's id.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("IdConnection")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string ConnectionId { get; set; } = string.Empty;

    /// <summary>The source's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The source's id.", Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("IdSource")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensSourceCompleter))]
    public string SourceId { get; set; } = string.Empty;

    /// <summary>Whether the connection reads by it no longer.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Whether the connection reads by it no longer.")]
    [Cell(CellKind.Flag)]
    public bool? Disabled { get; set; }

    /// <summary>Emits the source after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override object? Target => SourceId;

    protected override IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(ConnectionId), ConnectionId), (nameof(UserId), UserId)];

    protected override string Change => $"{(Disabled is true ? "Disable" : "Enable")} the source '{SourceId}' of the Powens connection '{ConnectionId}'";

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        PowensConnectionSource source = await powens.Sources.SetDisabledAsync(User, ConnectionId, SourceId, Disabled is true, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(PassThru ? source : null).ConfigureAwait(false);
    }
}
