using System.Net;
using Polly;

namespace CompanyData.Transport;

/// <summary>What is known of one call while it runs.</summary>
internal sealed class ApiCall(ApiRequest request, long started)
{
    public static readonly ResiliencePropertyKey<ApiCall> Key = new("CompanyData.Call");

    /// <summary>Answers of another kind or shape than was asked for, after which it is not asked again.</summary>
    public const int MostMisread = 3;

    public ApiRequest Request { get; } = request;

    public long Started { get; } = started;

    public int Attempts { get; set; }

    /// <summary>Successes that were whole and yet could not be read: a page in place of JSON, or JSON of another shape.</summary>
    public int Misread { get; set; }

    public bool IsRepeat => Attempts > 0;

    public HttpStatusCode? LastStatus { get; set; }

    /// <summary>The service's id of the last request, for its support.</summary>
    public string? LastRequestId { get; set; }

    /// <summary>The id of what the call has created.</summary>
    public string? CreatedId { get; set; }

    /// <summary>An attempt that was repeated may have been carried out although its answer was lost.</summary>
    public bool MayHaveTakenEffect { get; set; }

    /// <summary>When the last attempt was sent (a timestamp).</summary>
    public long LastSent { get; set; }

    /// <summary>It is sent only to see whether the service answers.</summary>
    public bool IsProbe { get; init; }

    /// <summary>Of its attempts, those that an outage made fail; they do not count against its retries.</summary>
    public int AttemptsInOutages { get; private set; }

    /// <summary>The outage that has held it up and is not known to be over.</summary>
    public Outage? Outage { get; set; }

    /// <summary>It belongs to something long, which rather waits for the service than fails.</summary>
    public bool OutlastsOutages { get; } = CallScope.Current.WaitsForRecovery;

    public bool MayAttempt(int maxRetries) => Attempts - AttemptsInOutages <= maxRetries;

    /// <summary>Has it begin anew, and say so, where the outage that held it is over.</summary>
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
        => context.Properties.TryGetValue(Key, out ApiCall? call) ? call : throw new InvalidOperationException("A request without its call.");
}
