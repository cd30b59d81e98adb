using System.Net;
using System.Text;
using System.Text.Json;

namespace CompanyData.Sandbox.Http;

/// <summary>One request as an endpoint sees it.</summary>
internal sealed class SandboxCall(HttpRequestMessage request, string path, byte[] body)
{
    private static readonly JsonElement EmptyObject = JsonDocument.Parse("{}").RootElement;

    public string Method => request.Method.Method;

    /// <summary>The unescaped segments of the path below the service's mount.</summary>
    public string[] Segments { get; } = Array.ConvertAll(path.Split('/'), Uri.UnescapeDataString);

    /// <summary>The values of the placeholders of the route, in their order.</summary>
    public IReadOnlyList<string> Values { get; set; } = [];

    public QueryString Query { get; } = new(request.RequestUri!.Query);

    /// <summary>Scheme and authority as the caller wrote them: links must lead back the same way.</summary>
    public string Origin { get; } = request.RequestUri!.GetLeftPart(UriPartial.Authority);

    /// <summary>What the response carries as <c>X-Request-Id</c>.</summary>
    public string RequestId { get; init; } = "";

    public bool IsForm => string.Equals(
        request.Content?.Headers.ContentType?.MediaType, "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    /// <summary>The body as received.</summary>
    public ReadOnlyMemory<byte> Body => body;

    /// <summary>The media type and its parameters, as received.</summary>
    public string? ContentType => request.Content is { } content && content.Headers.TryGetValues("Content-Type", out var values)
        ? values.FirstOrDefault()
        : null;

    /// <summary>Requests to the same service that were under way when this one began, itself among them.</summary>
    public int UnderWay { get; init; } = 1;

    public string BodyText => Encoding.UTF8.GetString(body);

    public string? Header(string name) => request.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    /// <summary>The body as a JSON object; an absent body reads as an empty one.</summary>
    public JsonElement ReadBody()
    {
        if (body.Length == 0)
        {
            return EmptyObject;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw ApiException.Invalid("The body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw new ApiException(HttpStatusCode.BadRequest, "The body is not JSON.");
        }
    }
}
