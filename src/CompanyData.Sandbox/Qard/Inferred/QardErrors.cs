using System.Net;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Inferred;

/// <summary>The three field names are [seen]; the codes and the form of <c>error_details</c> are [inferred].</summary>
internal static class QardErrors
{
    public static HttpResponseMessage ToReply(ApiException error)
    {
        var response = Reply.Json(error.Status, json =>
        {
            json.WriteStartObject();
            json.WriteString("error_code", CodeOf(error.Status));
            json.WriteString("error_message", error.Message);
            json.WriteStartArray("error_details");
            if (error.Field is not null)
            {
                json.WriteStartObject();
                json.WriteString("field", error.Field);
                json.WriteString("message", error.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        foreach (var method in error.Allow)
        {
            response.Content.Headers.Allow.Add(method);
        }

        return response;
    }

    private static string CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => "BAD_REQUEST",
        HttpStatusCode.Unauthorized => "UNAUTHORIZED",
        HttpStatusCode.NotFound => "NOT_FOUND",
        HttpStatusCode.MethodNotAllowed => "METHOD_NOT_ALLOWED",
        HttpStatusCode.Conflict => "CONFLICT",
        _ => "VALIDATION_ERROR",
    };
}
