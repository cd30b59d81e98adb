using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Support;
using CompanyData.Qonto;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qonto;

/// <summary>The webhook's secret goes out once and never comes back.</summary>
public class QontoWebhookTests
{
    private const string Canary = "canary/webhook+secret=";
    private static readonly Uri Callback = new("https://partner.example.test/hook");

    [Fact]
    public async Task CreateWebhook_SendsAddressSwitchAndSecret()
    {
        using QontoWire wire = new();
        await CreateAsync(wire.Then(Replies.Json("""{"id":"w-1"}""", 201)));
        RecordedRequest request = Assert.Single(wire.Requests);
        Assert.Equal(("POST", "/register/webhooks"), (request.Method, request.Path));
        Assert.True(JsonNode.DeepEquals(
            new JsonObject { ["callback_url"] = Callback.AbsoluteUri, ["enabled"] = true, ["secret"] = Canary }, JsonNode.Parse(request.Body!)));
    }

    [Theory]
    [InlineData("""{"id":"w-1","callback_url":"https://partner.example.test/hook","enabled":true,"secret":"#","novel":1}""")]
    [InlineData("""{"id":"w-1","callback_url":"https://partner.example.test/hook","enabled":true,"Secret":"#","novel":1}""")]
    [InlineData("""{"webhook":{"id":"w-1","callback_url":"https://partner.example.test/hook","enabled":true,"secret":"#","novel":1}}""")]
    [InlineData("""{"id":"w-1","callback_url":"https://partner.example.test/hook","enabled":true,"signing_key":"#","signing":{"key":"#"},"novel":1}""")]
    public async Task CreateWebhook_AnswerRepeatsTheSecret_IsNotOnTheObject(string answer)
    {
        using QontoWire wire = new();
        QontoWebhook webhook = await CreateAsync(wire.Then(Replies.Json(answer.Replace("#", Canary), 201)));
        Assert.Equal(("w-1", Callback.AbsoluteUri, true), (webhook.Id, webhook.CallbackUrl, webhook.Enabled));
        Assert.Equal(["novel"], webhook.GetAdditionalFields().Keys);
        Assert.DoesNotContain(Canary, $"{webhook} {webhook.GetAdditionalFields()}");
    }

    [Theory]
    [InlineData(422)]
    [InlineData(500)]
    [InlineData(201)]
    public async Task CreateWebhook_FailureRepeatsTheSecret_IsMasked(int status)
    {
        using QontoWire wire = new(maxRetries: 0);
        wire.Then(Replies.With(
            Replies.Text("""{"errors":[{"code":"#","detail":"secret # is weak","source":{"pointer":"#"}}],"trace_id":"#" """.Replace("#", Canary) + (status == 201 ? string.Empty : "}"), "application/json", status),
            response => response.Headers.TryAddWithoutValidation("X-Tyk-Trace-Id", Canary)));
        ApiException exception = await wire.FailAsync(client => client.Webhooks.CreateAsync(Callback, true, new(Canary), CancellationToken.None));
        string shown = string.Join(" ", exception, exception.ProviderCode, exception.ProviderMessage, exception.BodyExtract, exception.RequestId, exception.Remedy, exception.Subject);
        Assert.DoesNotContain("canary", shown);
    }

    [Fact]
    public async Task CreateWebhook_AnswerOfAnotherShape_SaysThatItWasMade()
    {
        using QontoWire wire = new();
        wire.Then(Replies.Json("""{"id":"w-1","enabled":[1],"secret":"#"}""".Replace("#", Canary), 201));
        ApiException exception = await wire.FailAsync(client => client.Webhooks.CreateAsync(Callback, true, new(Canary), CancellationToken.None));
        Assert.Equal(ApiErrorKind.InvalidResponse, exception.Kind);
        Assert.DoesNotContain(Canary, exception.ToString());
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task CreateWebhook_LostAnswer_IsSentOnceAndItsOutcomeIsUnknown()
    {
        using QontoWire wire = new();
        ApiException exception = await wire.Always(Replies.Reset()).FailAsync(client => client.Webhooks.CreateAsync(Callback, true, new(Canary), CancellationToken.None));
        Assert.Equal((ApiErrorKind.OutcomeUnknown, Callback.AbsoluteUri), (exception.Kind, exception.Subject));
        Assert.Single(wire.Requests);
    }

    private static Task<QontoWebhook> CreateAsync(QontoWire wire)
        => wire.RunAsync(client => client.Webhooks.CreateAsync(Callback, enabled: true, new(Canary), CancellationToken.None));
}
