using System.Text;

namespace CompanyData.Client.Tests.Support;

/// <summary>A request as it went out.</summary>
internal sealed record RecordedRequest(
    string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string? Body, DateTimeOffset At)
{
    public string Path => Uri.AbsolutePath;

    public static async Task<RecordedRequest> FromAsync(HttpRequestMessage request, DateTimeOffset at)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, IEnumerable<string> values) in request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []))
        {
            headers[name] = string.Join(",", values);
        }

        string? body = request.Content is null ? null : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync());
        return new(request.Method.Method, request.RequestUri!, headers, body, at);
    }
}
