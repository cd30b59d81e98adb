using System.Net;
using System.Text.Json;

namespace CompanyData.Transport;

/// <summary>What differs between services when a request is sent: name, authentication, error format.</summary>
internal abstract class ServiceDialect
{
    /// <summary>Name of the service and prefix of nouns and error ids, such as <c>Qard</c>.</summary>
    public abstract string Service { get; }

    /// <summary>The cmdlet that opens a session, named in remedies.</summary>
    public string ConnectCommand => $"Connect-{Service}";

    /// <summary>All secrets of the session; they are redacted in every text.</summary>
    public abstract IReadOnlyCollection<Secret> Secrets { get; }

    /// <summary>A cheap read request that shows whether the service responds again after an outage; null if there is none.</summary>
    public virtual ApiRequest? Probe => null;

    /// <summary>Checks, before anything is sent, that the session can authenticate the request.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.TokenMissing"/> if the session has no token with the required scope.</exception>
    public virtual void EnsureCanSend(ApiRequest request)
    {
    }

    public abstract void Authenticate(HttpRequestMessage message, ApiRequest request);

    /// <summary>Classifies an error response, by status and, for some services, by error code.</summary>
    public virtual FailureClassification Judge(HttpStatusCode status, string? code) => FailureClassifier.Classify(status);

    /// <summary>Delay after an error response without Retry-After; null for exponential backoff.</summary>
    public virtual TimeSpan? PauseAfter(HttpStatusCode status) => null;

    /// <summary>A service-specific remedy for an error kind or code; null for the general one.</summary>
    public virtual string? Remedy(ApiErrorKind kind, string? code) => null;

    /// <summary>Reads the error code and message of an error response.</summary>
    public abstract (string? Code, string? Message) ReadError(JsonElement body);
}
