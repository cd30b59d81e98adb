using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CompanyData.Tests.VirtualTime;

namespace CompanyData.Sandbox.Tests.Support;

/// <summary>The Qonto side of a sandbox under a manual clock. Its calls carry the three headers.</summary>
internal sealed class QontoWorld : IDisposable
{
    public static readonly TimeSpan SyncDuration = TimeSpan.FromSeconds(70);

    public QontoWorld(Action<SandboxOptions>? configure = null)
    {
        Options = new SandboxOptions { Time = Clock, SyncDuration = SyncDuration };
        configure?.Invoke(Options);
        Handler = new SandboxHandler(Options);
        Client = new HttpClient(Handler) { BaseAddress = new Uri(SandboxOptions.Origin, SandboxHandler.QontoPath + "/register/") };
        (Token, PartnerId, StagingToken) = (Options.QontoToken, Options.QontoPartnerId, Options.QontoStagingToken);
    }

    public VirtualTimeProvider Clock { get; } = new();

    public SandboxOptions Options { get; }

    public SandboxHandler Handler { get; }

    public HttpClient Client { get; }

    public string? Token { get; set; }

    public string? PartnerId { get; set; }

    public string? StagingToken { get; set; }

    public void Dispose() => Client.Dispose();

    public Task<Answer> SendAsync(string method, string path, string? body = null) =>
        SendAsync(method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"));

    public async Task<Answer> SendAsync(string method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
        if (PartnerId is not null)
        {
            request.Headers.Add("Qonto-Partner-Id", PartnerId);
        }

        if (StagingToken is not null)
        {
            request.Headers.Add("X-Qonto-Staging-Token", StagingToken);
        }

        var response = await Client.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public Task<Answer> GetAsync(string path) => SendAsync("GET", path);

    public async Task<JsonElement> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {answer.Status} {answer.Body}");
        return answer.Json;
    }

    public Task<Answer> PostAsync(JsonNode registration) => SendAsync("POST", "registrations", registration.ToJsonString());

    /// <summary>A registration that was made.</summary>
    public async Task<JsonElement> CreateAsync(JsonNode registration)
    {
        var answer = await PostAsync(registration);
        Assert.True(answer.Status == HttpStatusCode.Created, $"{answer.Status} {answer.Body}");
        return answer.Json.GetProperty("registration");
    }

    public async Task<JsonElement> RegistrationAsync(string id) => (await ReadAsync($"registrations/{id}")).GetProperty("registration");

    public async Task<string> StatusAsync(string id) => (await RegistrationAsync(id)).GetProperty("status").GetString()!;

    /// <summary>Visits a link as a browser does: without any header.</summary>
    public async Task<Answer> VisitAsync(JsonElement registration)
    {
        var response = await Client.GetAsync(registration.GetProperty("redirection_link").GetString());
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public Task<Answer> UploadAsync(
        string id, string? type, string? name = "document.pdf", string? mediaType = "application/pdf", byte[]? content = null, string? stakeholder = null)
    {
        var form = new MultipartFormDataContent();
        if (type is not null)
        {
            form.Add(new StringContent(type), "file_type");
        }

        if (stakeholder is not null)
        {
            form.Add(new StringContent(stakeholder), "stakeholder_id");
        }

        if (name is not null)
        {
            var file = new ByteArrayContent(content ?? "%PDF-1.4 content"u8.ToArray());
            file.Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);
            form.Add(file, "file", name);
        }

        return SendAsync("POST", $"registrations/{id}/files", form);
    }

    public static string IdOf(JsonElement registration) => registration.GetProperty("id").GetString()!;
}
