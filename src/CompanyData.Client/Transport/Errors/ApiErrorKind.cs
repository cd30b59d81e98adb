namespace CompanyData.Transport;

/// <summary>What went wrong, in terms a caller can act on. The service's name followed by the kind is the ErrorId.</summary>
public enum ApiErrorKind
{
    /// <summary>The service rejected the request's content (400, 422 and other 4xx).</summary>
    Invalid,

    /// <summary>The service rejected the key or token (401, 403).</summary>
    Unauthorized,

    /// <summary>The session has no token with the required scope; nothing was sent.</summary>
    TokenMissing,

    /// <summary>The resource does not exist (404, 410).</summary>
    NotFound,

    /// <summary>The resource already exists or the operation is already in progress (409).</summary>
    Conflict,

    /// <summary>Too many requests, and the retries are used up (429).</summary>
    RateLimited,

    /// <summary>The service failed (5xx).</summary>
    ServerError,

    /// <summary>The connection could not be opened or was lost.</summary>
    Network,

    /// <summary>No response in time.</summary>
    Timeout,

    /// <summary>The circuit breaker is open: too many requests failed in a row, so none is sent for now.</summary>
    Unavailable,

    /// <summary>A response that cannot be read: empty, not JSON, truncated, or of a shape that differs from the documentation.</summary>
    InvalidResponse,

    /// <summary>A create whose outcome could not be determined, even by checking.</summary>
    OutcomeUnknown,

    /// <summary>The provider is not enabled or lacks credentials.</summary>
    ProviderNotReady,

    /// <summary>The synchronisation ended without success.</summary>
    SyncFailed,

    /// <summary>No data of the company could be collected.</summary>
    CollectionFailed,

    /// <summary>A wait reached its time-out; the awaited operation continues at the service.</summary>
    WaitTimeout,

    /// <summary>A wait that met a status that nobody documents: whether it is an end or a step is unknown.</summary>
    UnknownStatus,

    /// <summary>The call could not be written to the audit log; the message says whether the call was sent.</summary>
    NotAudited,

    /// <summary>A person must consent before the operation can continue.</summary>
    ConsentRequired,

    /// <summary>The session was closed while the call was in progress.</summary>
    SessionClosed,
}
