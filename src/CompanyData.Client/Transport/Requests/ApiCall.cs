using System.Net;
using Polly;

namespace CompanyData.Transport;

/// <summary>State of one call, across its attempts.</summary>
internal sealed class ApiCall(ApiRequest request, long started)
{
    public static readonly ResiliencePropertyKey<ApiCall> Key = new("CompanyData.Call");

    /// <summary>Unreadable responses after which the request is not sent again.</summary>
    public const int MaxMisread = 3;

    public ApiRequest Request { get; } = request;

    public long Started { get; } = started;

    public int Attempts { get; set; }

    /// <summary>Number of complete successful responses that could not be read: HTML instead of JSON, or JSON of an unexpected shape.</summary>
    public int Misread { get; set; }

    public bool IsRepeat => Attempts > 0;

    public HttpStatusCode? LastStatus { get; set; }

    /// <summary>The service's id for the last request, for its support.</summary>
    public string? LastRequestId { get; set; }

    /// <summary>The id of the created resource; null if the call created none.</summary>
    public string? CreatedId { get; set; }

    /// <summary>Whether an earlier attempt may have taken effect although its response was lost.</summary>
    public bool MayHaveTakenEffect { get; set; }

    /// <summary>Address on another origin, or one that is not followed, to which the last request was redirected; null if there is none.</summary>
    public Uri? RedirectedTo { get; set; }

    /// <summary>Timestamp of the last attempt.</summary>
    public long LastSent { get; set; }

    /// <summary>Whether the call is only sent to check whether the service responds.</summary>
    public bool IsProbe { get; init; }

    /// <summary>Number of attempts that failed because of an outage; they do not count as retries.</summary>
    public int AttemptsInOutages { get; private set; }

    /// <summary>The outage that the call waits for; null if none.</summary>
    public Outage? Outage { get; set; }

    /// <summary>Part of a long-running operation: waits out outages instead of failing.</summary>
    public bool WaitsForRecovery { get; } = CallScope.Current.WaitsForRecovery;

    public bool MayAttempt(int maxRetries) => Attempts - AttemptsInOutages <= maxRetries;

    /// <summary>If the outage is over: announces it and gives the call the attempts back that failed because of it.</summary>
    public void Release()
    {
        if (Outage is { IsOver: true } over)
        {
            AttemptsInOutages = over.IsConfirmed ? Attempts : AttemptsInOutages;
            Outage = null;
            over.Announce();
        }
    }

    public static ApiCall From(ResilienceContext context)
        => context.Properties.TryGetValue(Key, out ApiCall? call) ? call : throw new InvalidOperationException("The context has no call.");
}
