using System.Net;
using System.Text.Json;

namespace CompanyData.Transport;

/// <summary>What differs from one service to the next on the way of a request: its name, its key, its error format.</summary>
internal abstract class ServiceDialect
{
    /// <summary>The prefix of nouns and error ids, such as <c>Qard</c>.</summary>
    public abstract string Service { get; }

    /// <summary>The cmdlet that opens a session, named in remedies.</summary>
    public string ConnectCommand => $"Connect-{Service}";

    /// <summary>Every secret that this session holds; none of them may appear in any text.</summary>
    public abstract IReadOnlyCollection<Secret> Secrets { get; }

    /// <summary>A harmless read that tells whether the service is back after an outage; null where it has none.</summary>
    public virtual ApiRequest? Probe => null;

    /// <summary>Checks, before anything is sent, that the session can make the call.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.TokenMissing"/> where the session has no token for it.</exception>
    public virtual void EnsureCanSend(ApiRequest request)
    {
    }

    public abstract void Authenticate(HttpRequestMessage message, ApiRequest request);

    /// <summary>Judges an error answer; services whose status codes say too little look at their error code.</summary>
    public virtual FailureClassification Judge(HttpStatusCode status, string? code) => FailureClassifier.Classify(status);

    /// <summary>How long to wait after an error answer that does not say; null for the usual, growing delay.</summary>
    public virtual TimeSpan? PauseAfter(HttpStatusCode status) => null;

    /// <summary>What to do about a failure, where the service has something of its own to say of its kind or its code.</summary>
    public virtual string? Remedy(ApiErrorKind kind, string? code) => null;

    /// <summary>Code and message of an error answer.</summary>
    public abstract (string? Code, string? Message) ReadError(JsonElement body);
}
