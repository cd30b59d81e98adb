using System.Security.Cryptography;
using System.Text;
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
            ("GET", "x-webhook-signature", $"sha256={Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(call.Address.AbsoluteUri)))}"),
            (call.Method, call.SignatureHeader, call.Signature)));
        Assert.Empty(world.Handler.TakeWebhooks(Address));
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
            ("POST", "Qonto-SHA256-Signature", Convert.ToHexStringLower(HMACSHA256.HashData("secret-of-a-test"u8, Encoding.UTF8.GetBytes(call.Body!)))),
            (call.Method, call.SignatureHeader, call.Signature)));
        Assert.Contains("registrations.completed", calls[0].Body);
        Assert.Empty(world.Handler.TakeWebhooks(Address));
    }

    private static string TypeOf(Uri address) => address.Query.TrimStart('?').Split('&')[0].Split('=')[1];
}
