using System.Net;

namespace CompanyData.Sandbox.Http;

/// <summary>An error response that a service writes down in its own error format.</summary>
internal sealed class ApiException(HttpStatusCode status, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>The field that the error response is about.</summary>
    public string? Field { get; private set; }

    /// <summary>The allowed methods of the path, if the one used is not among them.</summary>
    public IReadOnlyList<string> Allow { get; private set; } = [];

    public static ApiException NotFound(string what) => new(HttpStatusCode.NotFound, $"{what} not found.");

    public static ApiException Conflict(string message) => new(HttpStatusCode.Conflict, message);

    public static ApiException Invalid(string message, string? field = null) =>
        new((HttpStatusCode)422, message) { Field = field };

    public static ApiException MethodNotAllowed(IReadOnlyList<string> allow) =>
        new(HttpStatusCode.MethodNotAllowed, "Method not allowed.") { Allow = allow };
}
