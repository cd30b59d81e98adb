using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Commands.Qard;

/// <summary>Waits until a data connection is connected, typically for the end user's consent.</summary>
[Cmdlet(VerbsLifecycle.Wait, "QardDataConnection")]
[OutputType(typeof(QardDataConnection))]
public sealed class WaitQardDataConnectionCommand : QardConnectionCommand
{
    /// <summary>Maximum time to wait, in seconds or as a TimeSpan.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    protected override int DefaultThrottleLimit => 256;

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        output.Report($"{ConnectionId}: consent");
        QardDataConnection connection = await qard.Connections
            .WaitAsync((UserId, ConnectionId), Timeout, cancellationToken)
            .ConfigureAwait(false);
        await output.WriteAsync(connection).ConfigureAwait(false);
    }
}
