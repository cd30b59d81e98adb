using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CompanyData.Sandbox.Creditro;
using CompanyData.Tests.VirtualTime;

namespace CompanyData.Sandbox.Tests.Support;

/// <summary>The Creditro side of a sandbox under a manual clock. Its calls carry the token of the options.</summary>
internal sealed class CreditroWorld : IDisposable
{
    public CreditroWorld(Action<SandboxOptions>? configure = null)
    {
        Options = new SandboxOptions { Time = Clock };
        configure?.Invoke(Options);
        Handler = new SandboxHandler(Options);
        Client = new HttpClient(Handler) { BaseAddress = new Uri(SandboxOptions.Origin, SandboxHandler.CreditroPath + "/") };
        (Token, Path) = (Options.CreditroToken, Options.CreditroCustomerId);
    }

    public VirtualTimeProvider Clock { get; } = new();

    public SandboxOptions Options { get; }

    public SandboxHandler Handler { get; }

    public HttpClient Client { get; }

    public string? Token { get; set; }

    public string Path { get; set; }

    public void Dispose() => Client.Dispose();

    /// <summary>Makes calls those of another customer, with a token of its own.</summary>
    public void Become(string customer) => (Token, Path) = (CreditroTokens.Create(customer), customer);

    public async Task<Answer> SendAsync(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Path);
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
        var response = await Client.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public Task<Answer> ReadAsync() => SendAsync("POST");

    public async Task<IReadOnlyList<JsonElement>> ItemsAsync()
    {
        var answer = await ReadAsync();
        Assert.True(answer.Status == HttpStatusCode.OK, $"{answer.Status} {answer.Body}");
        return [.. answer.Json.GetProperty("items").EnumerateArray()];
    }
}
