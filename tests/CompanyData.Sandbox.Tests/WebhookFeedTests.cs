using System.Security.Cryptography;
using System.Text;
using CompanyData.Sandbox.Qard;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests;

public sealed class WebhookFeedTests
{
    private static readonly Uri Address = new("http://127.0.0.1:9/hook");

    [Fact]
    public async Task Qard_ConnectionAndSync_AreToldTwiceOutOfOrderAndSigned()
    {
        using var world = new World();
        var secret = Convert.FromBase64String((await world.SendAsync("PUT", "profile/webhook-secret")).Text("secret"));
        await world.CreateSyncedUserAsync();

        var calls = world.Handler.TakeWebhooks(Address);
        var types = calls.Select(call => TypeOf(call.Address)).ToList();
        Assert.Equal(2, types.Count(type => type == "DATA_CONNECTION_CONNECTED"));
        Assert.Equal(6, types.Count(type => type == "DATA_SYNC_SUCCESS"));
        Assert.NotEqual("DATA_CONNECTION_CONNECTED", types[0]);
        Assert.Equal(4, calls.Select(call => call.Address).Distinct().Count());
        Assert.All(calls, call => Assert.Equal(
            ("GET", $"sha256={Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(call.Address.AbsoluteUri)))}"),
            (call.Method, call.Headers["x-webhook-signature"])));
        Assert.Empty(world.Handler.TakeWebhooks(Address));
    }

    [Fact]
    public async Task Alerts_OfAUser_AreToldWithoutASignature()
    {
        using var world = new World();
        var user = (await world.SendAsync("POST", "users/legal", """{"name":"Exemple","siren":"123456789"}""")).Text("id");
        await world.SendAsync("POST", "users/legal", """{"name":"Autre","siren":"123456789"}""");
        await world.SendAsync("PATCH", $"users/{user}", """{"notifications":["COMPANY_OFFICER_UPDATED"]}""");
        world.Handler.Age("123456789", [CompanyEvent.SeatMoved]);
        Assert.Empty(world.Handler.TakeWebhooks(Address));

        world.Handler.Age("123456789", [CompanyEvent.OfficerReplaced, CompanyEvent.SeatMoved]);

        var calls = world.Handler.TakeWebhooks(Address);
        Assert.Equal(2, calls.Count);
        Assert.All(calls, call => Assert.Empty(call.Headers));
        var events = System.Text.Json.JsonDocument.Parse(calls[0].Body!).RootElement.GetProperty("events");
        Assert.Equal((1, 1, 0), (events.GetProperty("add").GetArrayLength(), events.GetProperty("remove").GetArrayLength(), events.GetProperty("update").GetArrayLength()));
        Assert.Equal(user, events.GetProperty("add")[0].GetProperty("user_id").GetString());
    }

    [Fact]
    public async Task Qonto_Journey_IsToldToEachEnabledWebhookWithItsSecret()
    {
        using var world = new QontoWorld();
        await world.SendAsync("POST", "webhooks", """{"callback_url":"https://example.test/one","enabled":true,"secret":"secret-of-a-test"}""");
        await world.SendAsync("POST", "webhooks", """{"callback_url":"https://example.test/two","enabled":false,"secret":"another"}""");
        await world.VisitAsync(await world.CreateAsync(Registrations.OfSeed()));
        world.Clock.Advance(QontoWorld.SyncDuration);

        var calls = world.Handler.TakeWebhooks(Address);
        Assert.Equal(10, calls.Count);
        Assert.All(calls, call => Assert.Equal(
            ("POST", Convert.ToHexStringLower(HMACSHA256.HashData("secret-of-a-test"u8, Encoding.UTF8.GetBytes(call.Body!)))),
            (call.Method, call.Headers["Qonto-SHA256-Signature"])));
        Assert.Contains("registrations.completed", calls[0].Body);
        Assert.Empty(world.Handler.TakeWebhooks(Address));
    }

    /// <summary>Whatever an account has registered: what is not on this machine is stood in for.</summary>
    [Fact]
    public async Task Receivers_OnThisMachine_AreCalledAtTheirOwnAddress()
    {
        using var world = new World();
        await world.SendAsync("PUT", "webhooks/DATA_CONNECTION_CONNECTED", """{"url":"http://127.0.0.1:8/connections"}""");
        await world.SendAsync("PUT", "webhooks/DATA_SYNC_SUCCESS", """{"url":"https://hooks.example.test/syncs"}""");
        await world.CreateSyncedUserAsync();
        Assert.All(world.Handler.TakeWebhooks(Address), call => Assert.Equal(
            TypeOf(call.Address) == "DATA_CONNECTION_CONNECTED" ? "http://127.0.0.1:8/connections" : "http://127.0.0.1:9/hook",
            call.Address.GetLeftPart(UriPartial.Path)));
    }

    private static string TypeOf(Uri address) => address.Query.TrimStart('?').Split('&')[0].Split('=')[1];
}
