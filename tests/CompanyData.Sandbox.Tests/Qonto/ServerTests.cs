using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Server;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qonto;

public sealed class ServerTests
{
    [Fact]
    public async Task Server_WithTheCallsOfARegistration_AnswersAsTheHandlerDoes()
    {
        await using var server = await RunningServer.StartAsync("--sync-duration", "0");
        using var client = new HttpClient { BaseAddress = new Uri($"{server.Origin}/{SandboxHandler.QontoPath}/register/") };
        using var page = await client.GetAsync("registrations");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sandbox-qonto-token");
        client.DefaultRequestHeaders.Add("Qonto-Partner-Id", "sandbox-partner");
        client.DefaultRequestHeaders.Add("X-Qonto-Staging-Token", "sandbox-staging-token");

        using var created = await client.PostAsJsonAsync("registrations", Registrations.Creation());
        var registration = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("registration");
        var id = QontoWorld.IdOf(registration);
        var large = new ByteArrayContent(new byte[(30 * 1024 * 1024) + 1]);
        using var refused = await client.PostAsync($"registrations/{id}/files", Form("organization-kbis", large));
        using var uploaded = await client.PostAsync($"registrations/{id}/files", Form("organization-kbis", new ByteArrayContent([1, 2, 3])));
        using var visited = await client.GetAsync(registration.GetProperty("redirection_link").GetString());
        var read = await client.GetFromJsonAsync<JsonElement>($"registrations/{id}");
        var events = await client.GetFromJsonAsync<JsonElement>("events");

        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Single(created.Headers.GetValues("X-Tyk-Trace-Id"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        Assert.Equal(HttpStatusCode.OK, visited.StatusCode);
        Assert.Equal("completed", read.GetProperty("registration").GetProperty("status").GetString());
        Assert.Equal(10, events.GetProperty("events").GetArrayLength());
    }

    private static MultipartFormDataContent Form(string type, HttpContent file) =>
        new() { { new StringContent(type), "file_type" }, { file, "file", "document.pdf" } };
}
