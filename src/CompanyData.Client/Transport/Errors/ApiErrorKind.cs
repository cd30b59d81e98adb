namespace CompanyData.Transport;

/// <summary>What went wrong, in terms a caller can act on. With the service's name before it, it is the ErrorId.</summary>
public enum ApiErrorKind
{
    /// <summary>The service refused the request's content (400, 422 and other 4xx).</summary>
    Invalid,

    /// <summary>The key or token was refused (401, 403).</summary>
    Unauthorized,

    /// <summary>The session has no token for what the call needs; nothing was sent.</summary>
    TokenMissing,

    /// <summary>Unknown id, or nothing of that kind (404).</summary>
    NotFound,

    /// <summary>It exists already or is under way already (409).</summary>
    Conflict,

    /// <summary>Too many requests, and the retries are used up (429).</summary>
    RateLimited,

    /// <summary>The service failed (5xx).</summary>
    ServerError,

    /// <summary>No connection, or it broke.</summary>
    Network,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>So many requests failed that none is sent for a while.</summary>
    Unavailable,

    /// <summary>An answer that cannot be read: empty, not JSON, cut off, or of another shape than published.</summary>
    InvalidResponse,

    /// <summary>A create whose outcome nobody knows, even after looking.</summary>
    OutcomeUnknown,

    /// <summary>A provider that is not enabled, or lacks credentials.</summary>
    ProviderNotReady,

    /// <summary>A synchronisation that ended without success.</summary>
    SyncFailed,

    /// <summary>A company of which nothing could be collected.</summary>
    CollectionFailed,

    /// <summary>A wait that ran out of time; what was waited for goes on.</summary>
    WaitTimeout,

    /// <summary>The audit log could not take the call; the message says whether it was sent.</summary>
    NotAudited,

    /// <summary>A person has to consent before it can go on.</summary>
    ConsentRequired,

    /// <summary>The session was closed while something of it was still running.</summary>
    SessionClosed,
}
