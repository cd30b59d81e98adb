using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CompanyData.Sandbox.Tests.Server;

public sealed class ServerTests
{
    [Fact]
    public async Task Server_WithCallsOfAWholeJob_AnswersAsTheHandlerDoes()
    {
        await using var server = await RunningServer.StartAsync("--sync-duration", "0");
        using var client = server.CreateClient();

        using var created = await client.PostAsJsonAsync("users/legal", new { name = "Société", siren = "123456789" });
        var user = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        using var connected = await client.PostAsJsonAsync($"users/{user}/data-connections", new { provider_name = "company_legal_fr" });
        using var empty = await client.GetAsync($"users/{user}/company-profile");
        using var synced = await client.PostAsync($"users/{user}/sync", content: null);
        var profile = await client.GetFromJsonAsync<JsonElement>($"users/{user}/company-profile");
        using var deleted = await client.DeleteAsync($"users/{user}");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Single(created.Headers.GetValues("X-Request-Id"));
        Assert.Single(created.Headers.GetValues("Date"));
        Assert.Equal("CONNECTED", (await connected.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.NoContent, empty.StatusCode);
        Assert.Equal(HttpStatusCode.OK, synced.StatusCode);
        Assert.Equal("Société", profile.GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
    }

    [Fact]
    public async Task Server_WithoutTheKey_Answers401()
    {
        await using var server = await RunningServer.StartAsync();
        using var client = new HttpClient();
        using var response = await client.GetAsync(server.BaseUri + "/profile");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Server_WithALongList_StreamsItAndLetsTheReaderGo()
    {
        await using var server = await RunningServer.StartAsync("--sync-duration", "0", "--transaction-count", "1000000");
        using var client = server.CreateClient();
        await client.PutAsJsonAsync("providers/sandbox_commerce", new { enable = true });
        using var created = await client.PostAsJsonAsync("users/legal", new { name = "Example", siren = "123456789" });
        var user = await created.Content.ReadFromJsonAsync<JsonElement>();
        var id = user.GetProperty("id").GetString();
        await client.PostAsJsonAsync(
            $"users/{id}/data-connections",
            new { provider_name = "sandbox_commerce", requested_data_types = new[] { "COMMERCE_TRANSACTION" } });
        await client.GetAsync(user.GetProperty("redirect_url").GetString());
        await client.PostAsync($"users/{id}/sync", content: null);

        using var response = await client.GetAsync($"users/{id}/commerce-transactions", HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var rows = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream);
        var count = 0;
        await foreach (var row in rows)
        {
            Assert.Equal(JsonValueKind.Object, row.ValueKind);
            if (++count == 1000)
            {
                break;
            }
        }

        Assert.Equal(1000, count);
    }
}
