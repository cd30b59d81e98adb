using System.Net;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Creditro.Inferred;

/// <summary>Values that the one public document does not give. [inferred]</summary>
internal static class CreditroDefaults
{
    /// <summary>Responses with 500 in a burst.</summary>
    public const int BurstLength = 3;

    /// <summary>"Wait a couple of minutes." [seed]</summary>
    public static TimeSpan ThrottledTime { get; } = TimeSpan.FromMinutes(2);

    /// <summary>The sentence up to the bracket is [seed]; the text in the bracket and the absence of Retry-After are [inferred].</summary>
    public static HttpResponseMessage QuotaExceeded(string reason) =>
        Reply.Text((HttpStatusCode)429, "text/plain", $"API calls quota exceeded! ({reason})");

    /// <summary>The form of all other errors.</summary>
    public static HttpResponseMessage Error(HttpStatusCode status, string message) => Reply.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("statusCode", (int)status);
        json.WriteString("message", message);
        json.WriteEndObject();
    });
}
