using System.Net;

namespace CompanyData.Transport;

/// <summary>The one exception of the client core: what failed, where, how often it was tried and what is known of it.</summary>
public sealed class ApiException : Exception
{
    public ApiException(ApiErrorKind kind, string service, string operation, string message, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
        Service = service;
        Operation = operation;
    }

    /// <summary>Keeps what another exception knows of the response.</summary>
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

    /// <summary>The system that was called, such as <c>Qard</c>.</summary>
    public string Service { get; }

    /// <summary>Service and kind in one word, such as <c>QardServerError</c>.</summary>
    public string ErrorId => $"{Service}{Kind}";

    /// <summary>What was being done, in words: <c>create the user</c>.</summary>
    public string Operation { get; }

    /// <summary>What the request was about: a siren, a user id, a provider name.</summary>
    public string? Subject { get; init; }

    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The service's own error code, where its answer has one.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>The service's own words, sanitised.</summary>
    public string? ProviderMessage { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Requests sent, retries included; 0 where none was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>At most <see cref="ErrorBody.MaxExtract"/> characters of the answer, sanitised; HTML as its text.</summary>
    public string? BodyExtract { get; init; }

    /// <summary>True where the request may have taken effect although no answer says so.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>The id of what was created, where the call succeeded and only its audit failed.</summary>
    public string? CreatedId { get; init; }

    /// <summary>What to do next, in one sentence.</summary>
    public string? Remedy { get; init; }

    /// <summary>How long the service asked to wait, where it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How the answer was judged, where there was one.</summary>
    internal FailureClassification? Judgement { get; init; }

    /// <summary>No other call of the session would fare better: the key is refused, the session closed, or the audit log cannot be written.</summary>
    public bool EndsRun => Kind is ApiErrorKind.Unauthorized or ApiErrorKind.TokenMissing or ApiErrorKind.NotAudited or ApiErrorKind.SessionClosed;

    /// <summary>Whether the service can be asked if the request took effect.</summary>
    internal bool CanBeLookedUp => OutcomeUnknown && !EndsRun;

    /// <summary>Trying again later may help.</summary>
    public bool IsTransient => FailureClassifier.IsTransient(Kind);

    /// <summary>The same failure, said in other words by somebody who knows more about it.</summary>
    internal ApiException Restate(ApiErrorKind kind, string message, string subject, string remedy) => new(kind, Service, Operation, message, facts: this, inner: this)
    {
        Subject = subject,
        OutcomeUnknown = OutcomeUnknown || kind == ApiErrorKind.OutcomeUnknown,
        Remedy = remedy,
    };
}
