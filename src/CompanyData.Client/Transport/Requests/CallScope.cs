namespace CompanyData.Transport;

/// <summary>Settings for all calls of one asynchronous flow: their listeners, and whether they wait out outages.</summary>
public sealed record CallScope
{
    private static readonly AsyncLocal<CallScope?> Flow = new();
    private static readonly CallScope Default = new();

    /// <summary>The scope of all further calls in this asynchronous flow.</summary>
    public static CallScope Current
    {
        get => Flow.Value ?? Default;
        set => Flow.Value = value;
    }

    /// <summary>Name of the cmdlet that makes the calls, for the audit log.</summary>
    public string? Command { get; init; }

    /// <summary>Receives a trace of each completed call.</summary>
    public Action<RequestTrace>? OnRequest { get; init; }

    /// <summary>Receives the bodies of requests and responses, redacted.</summary>
    public Action<BodyTrace>? OnBody { get; init; }

    /// <summary>Receives a notice when calls start to wait for the end of an outage, and when the outage is over.</summary>
    public Action<OutageNotice>? OnOutage { get; init; }

    /// <summary>Part of a long-running operation: its calls wait out outages instead of failing.</summary>
    internal bool WaitsForRecovery { get; init; }

    internal static void WaitForRecovery() => Current = Current with { WaitsForRecovery = true };
}
