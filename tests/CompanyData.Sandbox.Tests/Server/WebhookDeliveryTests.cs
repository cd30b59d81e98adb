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
        var receiving = ReceiveAsync(listener, count: 2);
        await using var server = await RunningServer.StartAsync("--webhook-url", address);
        using var client = server.CreateClient();
        using var user = await client.PostAsync("users/legal", Json("""{"name":"Example","siren":"123456789"}"""));
        var id = System.Text.Json.JsonDocument.Parse(await user.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString();
        using var connected = await client.PostAsync(
            $"users/{id}/data-connections", Json("""{"provider_name":"company_legal_fr","requested_data_types":["ACT"]}"""));

        Assert.Equal(["sha256 DATA_CONNECTION_CONNECTED", "sha256 DATA_CONNECTION_CONNECTED"], await receiving.WaitAsync(Limit));
    }

    [Theory]
    [InlineData("http://example.test/hook")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("hook")]
    public void WebhookUrl_BeyondLoopback_IsRefused(string url)
        => Assert.Throws<ArgumentException>(() => ServerOptions.Parse(["--webhook-url", url]));

    private static async Task<IReadOnlyList<string>> ReceiveAsync(HttpListener listener, int count)
    {
        List<string> received = [];
        while (received.Count < count)
        {
            var context = await listener.GetContextAsync();
            received.Add($"{context.Request.Headers["x-webhook-signature"]?.Split('=')[0]} {context.Request.QueryString["eventType"]}");
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
