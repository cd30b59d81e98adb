using System.Management.Automation;
using CompanyData.Qard;
using CompanyData.Sandbox;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Sandbox;

/// <summary>
/// Opens a session on an emulator within this process, for learning and testing: no key, no network. Each call makes a new,
/// empty world; the same seed makes the same one.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "CompanyDataSandbox")]
[OutputType(typeof(CompanyDataSession))]
public sealed class ConnectCompanyDataSandboxCommand : PSCmdlet
{
    /// <summary>How long each request takes: seconds, or a TimeSpan.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Latency { get; set; }

    /// <summary>How long a synchronisation takes: seconds, or a TimeSpan.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan SyncDuration { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The share of requests that meet a fault, from 0 to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double FaultRate { get; set; }

    /// <summary>What all data is derived from.</summary>
    [Parameter]
    public int Seed { get; set; } = 1;

    /// <summary>How many commerce transactions a user has.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    public int TransactionCount { get; set; } = 250;

    /// <summary>Emits the session, for -Session of other commands.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void EndProcessing()
    {
        SandboxOptions options = new()
        {
            Latency = Latency,
            SyncDuration = SyncDuration,
            FaultRate = FaultRate,
            Seed = Seed,
            TransactionCount = TransactionCount,
        };
        SandboxHandler handler = new(options);
        ServiceOptions service = new() { BaseUri = new Uri(SandboxOptions.Origin, SandboxHandler.QardPath), Handler = handler };
        QardSession session = new(new QardClient(service, new Secret(options.QardApiKey)), handler);
        SessionStore.Current.Set(session);
        if (PassThru)
        {
            WriteObject(session);
        }
    }
}
