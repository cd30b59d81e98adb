namespace CompanyData.Sandbox.Faults;

/// <summary>What can go wrong on the way of a request.</summary>
internal enum Fault
{
    /// <summary>Nothing goes wrong.</summary>
    None,

    /// <summary>429 with <c>Retry-After</c> in seconds; nothing took effect.</summary>
    TooManyRequestsWithSeconds,

    /// <summary>429 with <c>Retry-After</c> as an HTTP date; nothing took effect.</summary>
    TooManyRequestsWithDate,

    /// <summary>429 without <c>Retry-After</c>; nothing took effect.</summary>
    TooManyRequests,

    /// <summary>500; nothing took effect.</summary>
    ServerError,

    /// <summary>502 with a gateway's HTML page; the request took effect behind the gateway.</summary>
    BadGateway,

    /// <summary>503; nothing took effect.</summary>
    Unavailable,

    /// <summary>No connection; nothing took effect.</summary>
    ConnectionRefused,

    /// <summary>The connection broke after the request took effect: its answer is lost.</summary>
    ConnectionReset,

    /// <summary>The request took effect, its answer ends too early.</summary>
    TruncatedBody,

    /// <summary>The request took effect, its answer is a 200 without a body.</summary>
    EmptyBody,
}
