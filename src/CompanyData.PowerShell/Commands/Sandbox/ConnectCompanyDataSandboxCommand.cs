using System.Management.Automation;
using CompanyData.Creditro;
using CompanyData.Powens;
using CompanyData.Qard;
using CompanyData.Qonto;
using CompanyData.Sandbox;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Sandbox;

/// <summary>
/// Opens a session for each service on an emulator within this process, for learning and testing: no key, no network. Each call creates a new,
/// empty world; the same seed creates the same world.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "CompanyDataSandbox")]
[OutputType(typeof(CompanyDataSession))]
public sealed class ConnectCompanyDataSandboxCommand : PSCmdlet
{
    /// <summary>Duration of each request, in seconds or as a TimeSpan.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Latency { get; set; }

    /// <summary>Duration of a synchronisation, in seconds or as a TimeSpan.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan SyncDuration { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Fraction of requests with a fault, from 0 to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double FaultRate { get; set; }

    /// <summary>Seed from which all data is derived.</summary>
    [Parameter]
    public int Seed { get; set; } = 1;

    /// <summary>Number of commerce transactions per Qard user, and of transactions per Powens account.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    public int TransactionCount { get; set; } = 250;

    /// <summary>Maximum number of requests per second and session, including retries; by default unlimited.</summary>
    [Parameter]
    [ValidateRange(0.001, 10_000.0)]
    public double MaxRequestsPerSecond { get; set; }

    /// <summary>Emits the sessions, for -Session of other commands.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void BeginProcessing() => NullArguments.Reject(this, "CompanyData");

    protected override void EndProcessing()
    {
        SandboxOptions options = new()
        {
            Latency = Latency,
            SyncDuration = SyncDuration,
            FaultRate = FaultRate,
            Seed = Seed,
            TransactionCount = TransactionCount,
            PowensTransactionCount = TransactionCount,
        };
        SandboxHandler handler = new(options);
        CompanyDataSession[] sessions =
        [
            new QardSession(new QardClient(Service(SandboxHandler.QardPath), new Secret(options.QardApiKey)), handler),
            new PowensSession(new PowensClient(Service(SandboxHandler.PowensPath), PowensCredentialsOf(options)), handler),
            new QontoSession(new QontoClient(Service(SandboxHandler.QontoPath), QontoCredentialsOf(options), QontoOAuthNames.Default), handler),
            new CreditroSession(new CreditroClient(Service(SandboxHandler.CreditroPath), new Secret(options.CreditroToken), CreditroMethod.Auto), handler),
        ];
        foreach (CompanyDataSession session in sessions)
        {
            SessionStore.Current.Set(session);
        }

        if (PassThru)
        {
            WriteObject(sessions, enumerateCollection: true);
        }

        ServiceOptions Service(string path) => new()
        {
            BaseUri = new Uri(SandboxOptions.Origin, path),
            Handler = handler,
            Audit = ProcessAudit.Trail,
            MaxRequestsPerSecond = MaxRequestsPerSecond > 0 ? MaxRequestsPerSecond : null,
        };
    }

    private static QontoCredentials QontoCredentialsOf(SandboxOptions options) => new()
    {
        Token = new Secret(options.QontoToken),
        PartnerId = options.QontoPartnerId,
        StagingToken = new Secret(options.QontoStagingToken),
    };

    private static PowensCredentials PowensCredentialsOf(SandboxOptions options) => new()
    {
        UserToken = new Secret(options.PowensUserToken),
        ConfigToken = new Secret(options.PowensConfigToken),
        UsersToken = new Secret(options.PowensUsersToken),
        InvoicingToken = new Secret(options.PowensInvoicingToken),
        ClientId = options.PowensClientId,
        ClientSecret = new Secret(options.PowensClientSecret),
    };
}
