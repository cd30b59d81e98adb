using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Support;
using CompanyData.Json;
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
    [InlineData("""{"webhook_subscription":{"id":"w-1","callback_url":"https://partner.example.test/hook","enabled":true,"secret":"#","novel":1}}""")]
    [InlineData("""{"id":"w-1","callback_url":"https://partner.example.test/hook","enabled":true,"signing_key":"#","signing":{"key":"#"},"novel":1}""")]
    public async Task CreateWebhook_AnswerRepeatsTheSecret_IsNotOnTheObject(string answer)
    {
        using QontoWire wire = new();
        QontoWebhook webhook = await CreateAsync(wire.Then(Replies.Json(answer.Replace("#", Canary), 201)));
        Assert.Equal(("w-1", Callback.AbsoluteUri, true), (webhook.Id, webhook.CallbackUrl, webhook.Enabled));
        Assert.Equal(["novel"], webhook.GetAdditionalFields().Keys);
        Assert.DoesNotContain(Canary, $"{webhook} {webhook.GetAdditionalFields()}");
    }

    /// <summary>A field is hidden because it is a secret, not because one is somewhere in it.</summary>
    [Fact]
    public async Task CreateWebhook_SecretAmongOtherFields_IsHiddenAlone()
    {
        using QontoWire wire = new();
        const string answer = """
            {"webhook_subscription":{"id":"w-1","secret_updated_at":"2024-01-15","delivery":{"secret":"#","tries":10,"keys":[{"signing_secret":"x","id":1}]},"note":"#"}}
            """;
        QontoWebhook webhook = await CreateAsync(wire.Then(Replies.Json(answer.Replace("#", Canary), 201)));
        FieldMap fields = webhook.GetAdditionalFields();
        Assert.Equal(["secret_updated_at", "delivery"], fields.Keys);
        Assert.Equal("tries=10, keys=id=1", fields["delivery"]!.ToString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"webhook_subscription":{}}""")]
    [InlineData("""{"webhook_subscription":null}""")]
    [InlineData("""{"subscription":{"id":"w-1","secret":"#"}}""")]
    public async Task CreateWebhook_AnswerInNoDocumentedForm_IsAnError(string answer)
    {
        using QontoWire wire = new();
        ApiException exception = await wire.Then(Replies.Json(answer.Replace("#", Canary), 201))
            .FailAsync(client => client.Webhooks.CreateAsync(Callback, true, new(Canary), CancellationToken.None));
        Assert.Equal(ApiErrorKind.InvalidResponse, exception.Kind);
        Assert.Contains("was created", exception.Message);
        Assert.DoesNotContain(Canary, exception.ToString());
    }

    [Fact]
    public async Task ListWebhooks_Wrapped_HasThemWithoutSecrets()
    {
        using QontoWire wire = new();
        wire.Then(Replies.Json(
            """
            {"webhook_subscriptions":[{"id":"w-1","callback_url":"https://a.example.test/","enabled":true,"secret":"one"},{"id":"w-2","enabled":false,"secret":"two"}],
             "meta":{"current_page":1,"total_pages":1,"total_count":2}}
            """));
        List<QontoWebhook> webhooks = await wire.RunAsync(client => client.Webhooks.ListAsync(CancellationToken.None).ReadAllAsync());
        Assert.Equal([("w-1", true), ("w-2", false)], webhooks.Select(webhook => (webhook.WebhookId, webhook.Enabled)));
        Assert.All(webhooks, webhook => Assert.Empty(webhook.GetAdditionalFields()));
        Assert.Equal("/register/webhooks", wire.Requests[0].Path.Split('?')[0]);
    }

    [Fact]
    public async Task ListWebhooks_NoDocumentedForm_IsAnError()
    {
        using QontoWire wire = new();
        ApiException exception = await wire.Always(Replies.Json("""{"hooks":[]}"""))
            .FailAsync(client => client.Webhooks.ListAsync(CancellationToken.None).ReadAllAsync());
        Assert.Equal(ApiErrorKind.InvalidResponse, exception.Kind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Canary)]
    public async Task ChangeWebhook_SendsAddressAndSwitchAndTheSecretWhereGiven(string? secret)
    {
        using QontoWire wire = new();
        wire.Then(Replies.Json("""{"webhook_subscription":{"id":"w-1","enabled":false,"secret":"#"}}""".Replace("#", Canary)));
        QontoWebhook webhook = await wire.RunAsync(client => client.Webhooks.ChangeAsync(
            "w-1", new(Callback, false, secret is null ? null : new(secret)), CancellationToken.None));
        Assert.Equal(("w-1", false), (webhook.Id, webhook.Enabled));
        Assert.Empty(webhook.GetAdditionalFields());

        RecordedRequest request = Assert.Single(wire.Requests);
        Assert.Equal(("PATCH", "/register/webhooks/w-1"), (request.Method, request.Path));
        JsonObject expected = new() { ["callback_url"] = Callback.AbsoluteUri, ["enabled"] = false };
        if (secret is not null)
        {
            expected["secret"] = secret;
        }

        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(request.Body!)));
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
