using System.Net;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qard;

public sealed class AccountTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("profile")]
    [InlineData("clients")]
    public async Task Account_WithTheKey_HasNameAndEmail(string path)
    {
        var answer = await _world.GetAsync(path);
        Assert.Equal("Sandbox", answer.Text("name"));
        Assert.Equal("sandbox@example.test", answer.Text("email"));
    }

    [Fact]
    public async Task Notification_Always_ListsNames() =>
        Assert.NotEmpty((await _world.GetAsync("notification")).Json.EnumerateArray().Select(name => name.GetString()));

    [Fact]
    public async Task WebhookSecret_AtEachReset_IsAnotherOne()
    {
        var first = (await _world.SendAsync("PUT", "profile/webhook-secret")).Text("secret");
        var second = (await _world.SendAsync("PUT", "profile/webhook-secret")).Text("secret");

        Assert.Equal(32, Convert.FromBase64String(first).Length);
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData("DATA_SYNC_SUCCESS", """{"url":"https://example.test/hook"}""", HttpStatusCode.OK)]
    [InlineData("DATA_SYNC_SUCCESS", """{"url":"hook"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("DATA_SYNC_SUCCESS", "{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("DATA_SYNC_PARTY", """{"url":"https://example.test/hook"}""", HttpStatusCode.NotFound)]
    public async Task Webhook_WithThisTypeAndBody_Answers(string eventType, string body, HttpStatusCode expected) =>
        Assert.Equal(expected, (await _world.SendAsync("PUT", $"webhooks/{eventType}", body)).Status);
}
