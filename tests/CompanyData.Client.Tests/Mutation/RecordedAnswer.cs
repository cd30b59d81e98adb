namespace CompanyData.Client.Tests.Mutation;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record RecordedAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    private readonly Lazy<JsonSpan[]> _spans = new(() => JsonSpan.FindAll(Body));

    /// <summary>Where the values, names and texts of the body lie; none where it is no JSON.</summary>
    public IReadOnlyList<JsonSpan> Spans => _spans.Value;

    public bool IsSuccess => Status is >= 200 and <= 299;

    public static async Task<RecordedAnswer> FromAsync(HttpResponseMessage response)
    {
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        return new(
            (int)response.StatusCode,
            [.. response.Headers.Concat(response.Content.Headers).Select(header => KeyValuePair.Create(header.Key, string.Join(",", header.Value)))],
            body);
    }

    public HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        HttpResponseMessage response = new((System.Net.HttpStatusCode)Status) { Content = new ByteArrayContent(Body), RequestMessage = request };
        foreach ((string name, string value) in Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.Remove(name);
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}
