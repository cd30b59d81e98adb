using System.Net;
using CompanyData.Sandbox.Server;

namespace CompanyData.Sandbox.Tests.Server;

public sealed class WebhookDeliveryTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Server_WithAWebhookUrl_CallsItTwiceForEachEvent()
    {
        using var listener = Listen(out var address);
        var receiving = ReceiveAsync(
            listener, count: 2, context => $"{context.Request.Headers["x-webhook-signature"]?.Split('=')[0]} {context.Request.QueryString["eventType"]}");
        await using var server = await RunningServer.StartAsync("--webhook-url", address);
        using var client = server.CreateClient();
        using var user = await client.PostAsync("users/legal", Json("""{"name":"Example","siren":"123456789"}"""));
        var id = System.Text.Json.JsonDocument.Parse(await user.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString();
        using var connected = await client.PostAsync(
            $"users/{id}/data-connections", Json("""{"provider_name":"company_legal_fr","requested_data_types":["ACT"]}"""));

        Assert.Equal(["sha256 DATA_CONNECTION_CONNECTED", "sha256 DATA_CONNECTION_CONNECTED"], await receiving.WaitAsync(Limit));
    }

    /// <summary>Registered, called, and shown with what the receiver answered.</summary>
    [Fact]
    public async Task Server_WithAPowensWebhook_CallsItAndLogsTheAnswer()
    {
        using var listener = Listen(out var address);
        await using var server = await RunningServer.StartAsync("--webhook-url", address);
        var receiving = ReceiveAsync(listener, count: 2, context => $"{context.Request.HttpMethod} {context.Request.Headers["BI-Signature"]?.Length}");
        using var client = server.CreatePowensClient();
        await Sent(client.PostAsync("webhooks/auth?type=hmac_signature&name=hook", Json("{}")));
        await Sent(client.PostAsync("webhooks", Json($$"""{"url":"{{address}}","event":"USER_CREATED","id_auth":1}""")));
        await Sent(client.PostAsync("auth/init", Json("""{"client_id":"sandbox-client","client_secret":"sandbox-client-secret"}""")));

        Assert.Equal(["POST 44", "POST 44"], await receiving.WaitAsync(Limit));
        Assert.Equal([200, 200], await DeliveriesAsync(client, count: 2).WaitAsync(Limit));
    }

    [Theory]
    [InlineData("http://example.test/hook")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("hook")]
    public void WebhookUrl_BeyondLoopback_IsRefused(string url)
        => Assert.Throws<ArgumentException>(() => ServerOptions.Parse(["--webhook-url", url]));

    private static async Task Sent(Task<HttpResponseMessage> call)
    {
        using var response = await call;
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The statuses of the deliveries, once so many have been answered.</summary>
    private static async Task<List<int>> DeliveriesAsync(HttpClient client, int count)
    {
        while (true)
        {
            var rows = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("webhooks/1/logs")).RootElement.GetProperty("webhooklogs").EnumerateArray();
            var statuses = rows.Select(row => row.GetProperty("response_code")).Where(code => code.ValueKind == System.Text.Json.JsonValueKind.Number).Select(code => code.GetInt32()).ToList();
            if (statuses.Count >= count)
            {
                return statuses;
            }

            await Task.Delay(20);
        }
    }

    private static async Task<IReadOnlyList<string>> ReceiveAsync(HttpListener listener, int count, Func<HttpListenerContext, string> read)
    {
        List<string> received = [];
        while (received.Count < count)
        {
            var context = await listener.GetContextAsync();
            received.Add(read(context));
            context.Response.Close();
        }

        return received;
    }

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private static HttpListener Listen(out string address)
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        var listener = new HttpListener();
        listener.Prefixes.Add(address);
        listener.Start();
        return listener;
    }
}
