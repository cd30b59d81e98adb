using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Powens;

/// <summary>Who is called when something happens to Powens' users, how it is signed, and what the log of deliveries says of it.</summary>
public sealed class WebhookCallTests : IDisposable
{
    private static readonly Uri StandIn = new("http://127.0.0.1:9/hook?of=test");
    private readonly PowensWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Synchronisation_IsToldTwiceOutOfOrderAndSigned()
    {
        var secret = await MakeSecretAsync();
        await RegisterAsync("""{"url":"https://hooks.example.test/","event":"CONNECTION_SYNCED","id_auth":1}""");
        await SynchroniseAsync(1);
        await SynchroniseAsync(2);

        var calls = _world.Handler.TakeWebhooks(StandIn);

        Assert.Equal([2L, 1L, 2L, 1L], calls.Select(call => Json(call).GetProperty("connection").GetProperty("id").GetInt64()));
        Assert.All(calls, call => Assert.Equal(
            ("POST", StandIn, Convert.ToBase64String(HMACSHA256.HashData(
                Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"POST./hook.{call.Headers["BI-Signature-Date"]}.{call.Body}")))),
            (call.Method, call.Address, call.Headers["BI-Signature"])));
        Assert.Empty(_world.Handler.TakeWebhooks(StandIn));
    }

    [Fact]
    public async Task Users_ThatArePermanent_AreToldOfWhenTheyComeAndGo()
    {
        await RegisterAsync("""{"url":"http://127.0.0.1:8/created","event":"USER_CREATED"}""");
        await RegisterAsync("""{"url":"http://127.0.0.1:8/deleted","event":"USER_DELETED"}""");
        await _world.SendAsync("POST", "auth/init", "{}");
        var id = await _world.BecomeNewUserAsync();
        await _world.SendAsync("DELETE", "users/me");

        var calls = _world.Handler.TakeWebhooks(StandIn);

        Assert.Equal(["/created", "/created", "/deleted", "/deleted"], calls.Select(call => call.Address.AbsolutePath).Order(StringComparer.Ordinal));
        Assert.All(calls, call => Assert.Equal(id, Json(call).GetProperty("user").GetProperty("id").GetInt64()));
        Assert.All(calls, call => Assert.Empty(call.Headers));
    }

    [Fact]
    public async Task Webhook_OfAnotherUserOrNotRegistered_IsNotCalled()
    {
        await SynchroniseAsync(1);
        Assert.Empty(_world.Handler.TakeWebhooks(StandIn));
        await RegisterAsync("""{"url":"https://hooks.example.test/","event":"CONNECTION_SYNCED","id_user":7}""");
        await RegisterAsync("""{"url":"https://hooks.example.test/","event":"SOMETHING_ELSE"}""");
        await SynchroniseAsync(1);
        Assert.Empty(_world.Handler.TakeWebhooks(StandIn));
    }

    [Fact]
    public async Task Deliveries_AreWhatTheReceiverAnswered_AndOneThatFailedIsMadeAgain()
    {
        await RegisterAsync("""{"url":"https://hooks.example.test/","event":"CONNECTION_SYNCED"}""");
        Assert.Empty(_world.Handler.TakeWebhooks(StandIn));
        await SynchroniseAsync(1);
        Assert.Empty(await DeliveriesAsync());

        var calls = _world.Handler.TakeWebhooks(StandIn);
        Assert.Equal([(null, null)], await DeliveriesAsync());
        calls[0].Report(503);
        calls[1].Report(null);
        Assert.Equal([(503, "2024-01-15 12:30:10"), (null, "2024-01-15 12:30:10")], await DeliveriesAsync());

        _world.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Empty(_world.Handler.TakeWebhooks(StandIn));
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var call in _world.Handler.TakeWebhooks(StandIn))
        {
            call.Report(204);
        }

        Assert.Equal([503, null, 204, 204], (await DeliveriesAsync()).Select(delivery => delivery.Code));
        _world.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty(_world.Handler.TakeWebhooks(StandIn));
    }

    private static JsonElement Json(SandboxWebhook call) => JsonDocument.Parse(call.Body!).RootElement;

    private async Task<string> MakeSecretAsync() =>
        (await AdministerAsync("POST", "webhooks/auth?type=hmac_signature&name=hook")).Json.GetProperty("config").GetProperty("secret_key").GetString()!;

    private Task<Answer> RegisterAsync(string body) => AdministerAsync("POST", "webhooks", body);

    private async Task<Answer> AdministerAsync(string method, string path, string? body = null)
    {
        var token = _world.Token;
        _world.Token = _world.Options.PowensConfigToken;
        var answer = await _world.SendAsync(method, path, body);
        _world.Token = token;
        Assert.True(answer.Message.IsSuccessStatusCode, answer.Body);
        return answer;
    }

    private async Task SynchroniseAsync(int connection)
    {
        await _world.SendAsync("PUT", $"users/me/connections/{connection}?psu_requested=false");
        _world.Clock.Advance(PowensWorld.SyncDuration);
    }

    private async Task<List<(int? Code, string? NextTry)>> DeliveriesAsync() => [.. (await AdministerAsync("GET", "webhooks/1/logs")).Json
        .GetProperty("webhooklogs").EnumerateArray()
        .Select(row => (
            row.GetProperty("response_code").ValueKind == JsonValueKind.Null ? (int?)null : row.GetProperty("response_code").GetInt32(),
            row.GetProperty("next_try").GetString()))];
}
