using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Powens;

/// <summary>Waits until a connection is usable. If a person has to act first, writes an error that says who and what.</summary>
[Cmdlet(VerbsLifecycle.Wait, "PowensConnection", DefaultParameterSetName = "ConnectionId")]
[OutputType(typeof(PowensConnection))]
public sealed class WaitPowensConnectionCommand : PowensConnectionCommand
{
    /// <inheritdoc/>
    [Parameter(Mandatory = true, HelpMessage = "The connection's id.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ConnectionId")]
    [Id]
    [Alias("IdConnection")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public override string ConnectionId { get; set; } = string.Empty;

    /// <summary>Short for -ConnectionId. Does not bind from the pipeline, because piped objects have an Id of another kind.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The connection's id.", ParameterSetName = "Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string Id { get => ConnectionId; set => ConnectionId = value; }

    /// <summary>Maximum time to wait, in seconds or as a TimeSpan.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    protected override int DefaultThrottleLimit => 256;

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        output.Report($"{ConnectionId}: waiting");
        PowensConnection connection = await powens.Connections.WaitAsync(User, ConnectionId, Timeout, cancellationToken).ConfigureAwait(false);
        if (!connection.IsUsable)
        {
            ApiException exception = new(
                ApiErrorKind.ConsentRequired, "Powens", "wait for the connection", $"Powens: connection {ConnectionId} needs user action: {connection.Problem}.")
            {
                Subject = ConnectionId,
                ProviderCode = connection.State,
                ProviderMessage = connection.ErrorMessage,
                Remedy = connection.Remedy,
            };
            await output.FailAsync(exception, ErrorPrefix, ConnectionId).ConfigureAwait(false);
        }

        await output.WriteAsync(connection).ConfigureAwait(false);
    }
}
