using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qonto.Inferred;

/// <summary>The form of errors and the header of the trace id are [docs]; that all answers carry the header is [inferred].</summary>
internal static class QontoErrors
{
    public const string TraceHeader = "X-Tyk-Trace-Id";

    public static string TraceIdOf(SandboxCall call) => Hash.Id(0, call.RequestId).ToString("N");

    public static HttpResponseMessage ToReply(QontoException error, string traceId)
    {
        var response = Reply.Json(error.Status, json =>
        {
            json.WriteStartObject();
            WriteAll(json, "errors", error.Errors);
            json.WriteString("trace_id", traceId);
            json.WriteEndObject();
        });
        response.Headers.RetryAfter = error.RetryAfter is { } delay ? new RetryConditionHeaderValue(delay) : null;
        return response;
    }

    /// <summary>What the router and the reading of bodies refuse.</summary>
    public static HttpResponseMessage ToReply(ApiException error, string traceId)
    {
        var isQuery = error.Field is not null;
        var code = error.Status switch
        {
            HttpStatusCode.BadRequest => QontoCodes.InvalidJson,
            HttpStatusCode.NotFound => QontoCodes.NotFound,
            HttpStatusCode.MethodNotAllowed => QontoCodes.MethodNotAllowed,
            _ => QontoCodes.Invalid,
        };
        var entry = new QontoError(code, error.Message, parameter: isQuery ? error.Field : null);
        var response = ToReply(new QontoException(error.Status, [entry]), traceId);
        foreach (var method in error.Allow)
        {
            response.Content.Headers.Allow.Add(method);
        }

        return response;
    }

    /// <summary>Entries of <c>errors</c> and of <c>breakdown</c>; the source is left out where there is none.</summary>
    public static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<QontoError> errors)
    {
        json.WriteStartArray(name);
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("code", error.Code);
            json.WriteString("detail", error.Detail);
            if (error.Pointer is not null || error.Parameter is not null)
            {
                json.WriteStartObject("source");
                json.WriteText("pointer", error.Pointer);
                json.WriteText("parameter", error.Parameter);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The page that a call without the staging token gets, with 200. [docs] Its words are [inferred].</summary>
    public static HttpResponseMessage LoginPage() => Reply.Text(
        HttpStatusCode.OK,
        "text/html",
        "<!doctype html>\n<html><head><title>Sign in</title></head>\n<body><h1>Sign in</h1>\n"
            + "<form method=\"post\"><input name=\"email\"><input name=\"password\" type=\"password\"></form></body></html>\n");

    private static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
