using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qonto;

public sealed class WebhookTests : IDisposable
{
    private const string Hook = """{"callback_url":"https://example.test/hook","enabled":false,"secret":"secret-of-a-test"}""";
    private readonly QontoWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Webhook_WhenRegistered_IsEchoedInItsWrapper()
    {
        var answer = await _world.SendAsync("POST", "webhooks", Hook);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var webhook = answer.Json.GetProperty("webhook_subscription");
        Assert.True(webhook.GetProperty("id").TryGetGuid(out _));
        Assert.Equal("https://example.test/hook", Text(webhook, "callback_url"));
        Assert.Equal("secret-of-a-test", Text(webhook, "secret"));
        Assert.False(webhook.GetProperty("enabled").GetBoolean());
        Assert.Equal("2024-01-15T10:30:00.000Z", Text(webhook, "created_at"));
    }

    [Theory]
    [InlineData("{}", "/callback_url", "/secret")]
    [InlineData("""{"callback_url":"hook","secret":"a"}""", "/callback_url")]
    [InlineData("""{"callback_url":"https://example.test/hook","secret":"a","enabled":"yes"}""", "/enabled")]
    public async Task Webhook_ThatIsNone_IsRefused(string body, params string[] places) =>
        Assert.Equal(places, Pointers(await _world.SendAsync("POST", "webhooks", body)));

    [Fact]
    public async Task Webhook_IsListedAndChanged()
    {
        var id = QontoWorld.IdOf((await _world.SendAsync("POST", "webhooks", Hook)).Json.GetProperty("webhook_subscription"));
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        var changed = await _world.SendAsync("PATCH", $"webhooks/{id}", """{"callback_url":"https://example.test/other","enabled":true}""");
        Assert.Equal(HttpStatusCode.OK, changed.Status);

        var list = await _world.ReadAsync("webhooks");
        Assert.Equal(1, list.GetProperty("meta").GetProperty("total_count").GetInt32());
        var webhook = Assert.Single(list.GetProperty("webhook_subscriptions").EnumerateArray());
        Assert.Equal(changed.Json.GetProperty("webhook_subscription").GetRawText(), webhook.GetRawText());
        Assert.Equal(("https://example.test/other", "secret-of-a-test"), (Text(webhook, "callback_url"), Text(webhook, "secret")));
        Assert.Equal("2024-01-15T10:31:00.000Z", Text(webhook, "updated_at"));
    }

    [Fact]
    public async Task WebhookChange_WithoutAddressAndSwitch_IsRefused()
    {
        var id = QontoWorld.IdOf((await _world.SendAsync("POST", "webhooks", Hook)).Json.GetProperty("webhook_subscription"));
        Assert.Equal(["/callback_url", "/enabled"], Pointers(await _world.SendAsync("PATCH", $"webhooks/{id}", """{"secret":"another"}""")));
        Assert.Equal(HttpStatusCode.NotFound, (await _world.SendAsync("PATCH", "webhooks/nobody", Hook)).Status);
    }

    [Fact]
    public async Task PartnerEvent_ToldTwice_KeepsTheEarliestTime()
    {
        var id = QontoWorld.IdOf(await _world.CreateAsync(Registrations.OfSeed()));
        Assert.Equal("2024-02-02T00:00:00Z", await TellAsync(id, "2024-02-02T00:00:00Z"));
        Assert.Equal("2024-01-31T23:00:00Z", await TellAsync(id, "2024-02-01T00:00:00+01:00"));
        Assert.Equal("2024-01-31T23:00:00Z", await TellAsync(id, "2024-02-03T00:00:00Z"));
    }

    [Theory]
    [InlineData("{}", "/event", "/occurred_at", "/registration_id")]
    [InlineData("""{"event":"e","occurred_at":"yesterday","organization_id":"o"}""", "/occurred_at", "/organization_id")]
    public async Task PartnerEvent_ThatIsNone_IsRefused(string body, params string[] places) =>
        Assert.Equal(places, Pointers(await _world.SendAsync("POST", "partner_events", body)));

    private async Task<string?> TellAsync(string registration, string time) => (await _world.SendAsync(
        "POST", "partner_events", JsonSerializer.Serialize(new { @event = "card_ordered", occurred_at = time, registration_id = registration }))).Text("occurred_at");

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static IEnumerable<string?> Pointers(Answer answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        return answer.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("source").GetProperty("pointer").GetString());
    }
}
