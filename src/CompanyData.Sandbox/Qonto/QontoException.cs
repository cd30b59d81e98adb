using System.Net;
using CompanyData.Sandbox.Qonto.Inferred;

namespace CompanyData.Sandbox.Qonto;

/// <summary>An error response with its details.</summary>
internal sealed class QontoException(HttpStatusCode status, IReadOnlyList<QontoError> errors) : Exception(errors[0].Detail)
{
    public HttpStatusCode Status { get; } = status;

    public IReadOnlyList<QontoError> Errors { get; } = errors;

    public TimeSpan? RetryAfter { get; init; }

    public static QontoException Unauthorized(string detail) =>
        new(HttpStatusCode.Unauthorized, [new(QontoCodes.Unauthorized, detail)]);

    public static QontoException NotFound(string what) =>
        new(HttpStatusCode.NotFound, [new(QontoCodes.NotFound, $"{what} not found.")]);

    public static QontoException Invalid(params QontoError[] errors) => new((HttpStatusCode)422, errors);

    public static QontoException TooMany(TimeSpan? retryAfter) =>
        new((HttpStatusCode)429, [new(QontoCodes.TooManyRequests, "Too many requests.")]) { RetryAfter = retryAfter };
}
