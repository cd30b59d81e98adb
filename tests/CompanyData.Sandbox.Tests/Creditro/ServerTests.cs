using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Server;

namespace CompanyData.Sandbox.Tests.Creditro;

public sealed class ServerTests
{
    [Fact]
    public async Task Server_WithTheCallForCases_AnswersAsTheHandlerDoes()
    {
        await using var server = await RunningServer.StartAsync("--creditro-case-count", "1200", "--creditro-method", "GET");
        using var client = new HttpClient { BaseAddress = new Uri($"{server.Origin}/{SandboxHandler.CreditroPath}/") };
        using var refused = await client.GetAsync("sandbox-customer");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", new SandboxOptions().CreditroToken);
        using var wrong = await client.PostAsync("sandbox-customer", content: null);
        var cases = await client.GetFromJsonAsync<JsonElement>("sandbox-customer");

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrong.StatusCode);
        Assert.Equal(1200, cases.GetProperty("items").GetArrayLength());
    }
}
