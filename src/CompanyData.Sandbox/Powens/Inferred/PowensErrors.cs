using System.Net;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens.Inferred;

/// <summary>The error object is [docs]; so are most codes. Those for a wrong path or method are [inferred].</summary>
internal static class PowensErrors
{
    public static HttpResponseMessage ToReply(PowensException error, string requestId) => Reply.Json(error.Status, json =>
    {
        json.WriteStartObject();
        json.WriteString("code", error.Code);
        json.WriteString("description", error.Message);
        json.WriteString("message", error.BankMessage);
        json.WriteString("request_id", requestId);
        json.WriteEndObject();
    });

    /// <summary>What the router and the reading of bodies refuse.</summary>
    public static HttpResponseMessage ToReply(ApiException error, string requestId)
    {
        var status = (int)error.Status == 422 ? HttpStatusCode.BadRequest : error.Status;
        var response = ToReply(new PowensException(status, CodeOf(status), error.Message), requestId);
        foreach (var method in error.Allow)
        {
            response.Content.Headers.Allow.Add(method);
        }

        return response;
    }

    /// <summary>The page of a proxy that never let the request through.</summary>
    public static HttpResponseMessage HtmlPage() => Reply.Text(
        HttpStatusCode.BadRequest,
        "text/html",
        "<html>\r\n<head><title>400 Bad Request</title></head>\r\n<body>\r\n<center><h1>400 Bad Request</h1></center>\r\n"
            + "<hr><center>sandbox proxy</center>\r\n</body>\r\n</html>\r\n");

    private static string CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => "notFound",
        HttpStatusCode.MethodNotAllowed => "methodNotAllowed",
        _ => "invalidValue",
    };
}
