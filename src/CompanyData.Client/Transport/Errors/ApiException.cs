using System.Net;

namespace CompanyData.Transport;

/// <summary>The exception of the client core: the operation that failed, the service, the number of attempts and the details of the response.</summary>
public sealed class ApiException : Exception
{
    public ApiException(ApiErrorKind kind, string service, string operation, string message, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
        Service = service;
        Operation = operation;
    }

    /// <summary>Copies the details of the response from <paramref name="facts"/>.</summary>
    internal ApiException(ApiErrorKind kind, string service, string operation, string message, ApiException? facts, Exception? inner)
        : this(kind, service, operation, message, inner)
    {
        if (facts is not null)
        {
            Subject = facts.Subject;
            StatusCode = facts.StatusCode;
            ProviderCode = facts.ProviderCode;
            ProviderMessage = facts.ProviderMessage;
            RequestId = facts.RequestId;
            Attempts = facts.Attempts;
            BodyExtract = facts.BodyExtract;
            OutcomeUnknown = facts.OutcomeUnknown;
            RetryAfter = facts.RetryAfter;
        }
    }

    public ApiErrorKind Kind { get; }

    /// <summary>Name of the service, such as <c>Qard</c>.</summary>
    public string Service { get; }

    /// <summary>Service and kind in one word, such as <c>QardServerError</c>.</summary>
    public string ErrorId => $"{Service}{Kind}";

    /// <summary>The operation in words: <c>create the user</c>.</summary>
    public string Operation { get; }

    /// <summary>What the request was about: a siren, a user id, a provider name.</summary>
    public string? Subject { get; init; }

    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The service's own error code; null if the response has none.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>The service's own error message, redacted.</summary>
    public string? ProviderMessage { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Number of requests sent, including retries; 0 if none was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>At most <see cref="ErrorBody.MaxExtract"/> characters of the response body, redacted; HTML without its tags.</summary>
    public string? BodyExtract { get; init; }

    /// <summary>True if the request may have taken effect although no response confirms it.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>The id of the created resource if the call succeeded and only writing the audit log failed.</summary>
    public string? CreatedId { get; init; }

    /// <summary>What to do next, in one sentence.</summary>
    public string? Remedy { get; init; }

    /// <summary>How long the service asked to wait; null if it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How the response was classified; null without a response.</summary>
    internal FailureClassification? Judgement { get; init; }

    /// <summary>Whether every other call of the session would fail too: the key is rejected, the session closed, or the audit log cannot be written.</summary>
    public bool EndsRun => Kind is ApiErrorKind.Unauthorized or ApiErrorKind.TokenMissing or ApiErrorKind.NotAudited or ApiErrorKind.SessionClosed;

    /// <summary>Whether the outcome is unknown and the session can still check it.</summary>
    internal bool CanCheckOutcome => OutcomeUnknown && !EndsRun;

    /// <summary>Whether trying again later may help.</summary>
    public bool IsTransient => FailureClassifier.IsTransient(Kind);

    /// <summary>Copies the failure with a different kind, message, subject and remedy, for callers that know more about the cause.</summary>
    internal ApiException Restate(ApiErrorKind kind, string message, string subject, string remedy) => new(kind, Service, Operation, message, facts: this, inner: this)
    {
        Subject = subject,
        OutcomeUnknown = OutcomeUnknown || kind == ApiErrorKind.OutcomeUnknown,
        Remedy = remedy,
    };
}
