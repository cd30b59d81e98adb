using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qonto;
using CompanyData.Sessions;

namespace CompanyData.Commands.Qonto;

/// <summary>Waits until a registration has reached a status or a later one.</summary>
[Cmdlet(VerbsLifecycle.Wait, "QontoRegistration")]
[OutputType(typeof(QontoRegistration))]
public sealed class WaitQontoRegistrationCommand : QontoRegistrationCommand
{
    /// <summary>The status to wait for.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string Until { get; set; } = QontoStatus.Completed;

    /// <summary>Undocumented statuses to ignore; any other undocumented status ends the wait with an error.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] IgnoreStatus { get; set; } = [];

    /// <summary>Maximum time to wait, in seconds or as a TimeSpan.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    protected override int DefaultThrottleLimit => 256;

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!QontoStatus.All.Contains(Until, StringComparer.OrdinalIgnoreCase))
        {
            WriteWarning($"'{Until}' is not a status that this version knows; the wait uses it unchanged. Known statuses: {string.Join(", ", QontoStatus.All)}.");
        }
    }

    protected override async Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken)
    {
        output.Report($"{RegistrationId}: {Until}");
        QontoRegistration registration = await client.Registrations.WaitAsync(RegistrationId, Until, Timeout, cancellationToken, IgnoreStatus).ConfigureAwait(false);
        await output.WriteAsync(registration).ConfigureAwait(false);
    }
}
