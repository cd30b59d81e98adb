using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Powens;

/// <summary>Waits until a connection is usable. If a person has to act first, writes an error that says who and what.</summary>
[Cmdlet(VerbsLifecycle.Wait, "PowensConnection", DefaultParameterSetName = "ConnectionId")]
[OutputType(typeof(PowensConnection))]
public sealed class WaitPowensConnectionCommand : PowensConnectionOrIdCommand
{
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
