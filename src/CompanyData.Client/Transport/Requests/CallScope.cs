namespace CompanyData.Transport;

/// <summary>What the calls of one asynchronous flow share: who listens to them, and whether they wait for a service that is down.</summary>
public sealed record CallScope
{
    private static readonly AsyncLocal<CallScope?> Flow = new();
    private static readonly CallScope Default = new();

    /// <summary>The scope of all calls made from here on in this asynchronous flow.</summary>
    public static CallScope Current
    {
        get => Flow.Value ?? Default;
        set => Flow.Value = value;
    }

    /// <summary>The cmdlet that makes the calls, for the audit log.</summary>
    public string? Command { get; init; }

    /// <summary>Receives one line for each call.</summary>
    public Action<RequestTrace>? OnRequest { get; init; }

    /// <summary>Receives the bodies of requests and responses, redacted.</summary>
    public Action<BodyTrace>? OnBody { get; init; }

    /// <summary>Receives a notice when calls wait for a service that is down, and when it is back.</summary>
    public Action<OutageNotice>? OnOutage { get; init; }

    /// <summary>Part of a long-running operation: its calls wait out outages instead of failing.</summary>
    internal bool WaitsForRecovery { get; init; }

    internal static void WaitForRecovery() => Current = Current with { WaitsForRecovery = true };
}
