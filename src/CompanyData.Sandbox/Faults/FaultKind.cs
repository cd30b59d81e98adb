namespace CompanyData.Sandbox.Faults;

/// <summary>What can go wrong with a request. Their names, in a switch and in counts, are those of <see cref="FaultKinds"/>.</summary>
public enum FaultKind
{
    /// <summary>No connection; nothing took effect. The server resets the connection and closes its port for a moment.</summary>
    ConnectionRefused,

    /// <summary>The connection is reset before anything took effect.</summary>
    ConnectionReset,

    /// <summary>The connection is reset after the request took effect: its response is lost.</summary>
    AnswerLost,

    /// <summary>The connection is reset within the response's body.</summary>
    BodyReset,

    /// <summary>JSON that ends too early; <c>Content-Length</c> says that this is all.</summary>
    TruncatedBody,

    /// <summary>JSON that ends too early, in chunks that end as they should.</summary>
    TruncatedChunks,

    /// <summary>The request took effect, its response is a 200 without a body.</summary>
    EmptyBody,

    /// <summary>200 with a page of HTML; nothing took effect.</summary>
    HtmlPage,

    /// <summary>200 with a page of HTML that says it is JSON; nothing took effect.</summary>
    HtmlAsJson,

    /// <summary>502 with a gateway's page of HTML; the request took effect behind the gateway.</summary>
    BadGateway,

    /// <summary>JSON that says it is HTML.</summary>
    JsonAsHtml,

    /// <summary>JSON that says it is <c>application/octet-stream</c>.</summary>
    JsonAsBytes,

    /// <summary>429 with <c>Retry-After</c> in seconds; nothing took effect.</summary>
    TooManyRequestsSeconds,

    /// <summary>429 with <c>Retry-After</c> as an HTTP date; nothing took effect.</summary>
    TooManyRequestsDate,

    /// <summary>429 without <c>Retry-After</c>; nothing took effect.</summary>
    TooManyRequests,

    /// <summary>500; nothing took effect.</summary>
    ServerError,

    /// <summary>503; nothing took effect.</summary>
    Unavailable,

    /// <summary>504; the request took effect behind the gateway.</summary>
    GatewayTimeout,

    /// <summary>599, an unknown status; nothing took effect.</summary>
    UnknownError,

    /// <summary>299, an unknown status, with the correct response.</summary>
    UnknownSuccess,

    /// <summary>The correct response, after <see cref="SandboxOptions.FaultDelay"/>.</summary>
    SlowFirstByte,

    /// <summary>The correct response, its body in small pieces over <see cref="SandboxOptions.FaultDelay"/>.</summary>
    SlowBody,

    /// <summary>A list that holds its first item twice.</summary>
    DuplicateItem,

    /// <summary>A later page of a list that has moved by an item since the page before was read.</summary>
    MovedPage,

    /// <summary>JSON in which every <c>status</c> and <c>state</c> is one that nobody knows.</summary>
    UnknownStatus,
}
