using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qard;

public sealed class ProviderTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task List_FromTheStart_HasEveryProviderOfTheSheet()
    {
        var names = (await _world.GetAsync("providers")).Json.EnumerateArray().Select(item => item.GetProperty("name").GetString());

        Assert.Equal(
            [
                "company_legal_fr", "infogreffe", "impots_gouv", "ocr_service", "comply_cube", "gocardless", "stripe",
                "paypal", "shopify", "prestashop", "woocommerce", "budget_insight", "sandbox_openbanking",
                "sandbox_public", "sandbox_private", "sandbox_ocr", "sandbox_commerce",
            ],
            names);
    }

    [Fact]
    public async Task List_FromTheStart_HasOnlyTheRegisterEnabled()
    {
        var enabled = (await _world.GetAsync("providers")).Json.EnumerateArray().Where(item => item.GetProperty("enabled").GetBoolean());

        var register = Assert.Single(enabled);
        Assert.Equal("company_legal_fr", register.GetProperty("name").GetString());
        Assert.True(register.GetProperty("auto_connect").GetBoolean());
        Assert.Equal(
            [
                "name", "logo_url", "enabled", "available", "unique", "auth_required", "auto_connect", "settings",
                "credentials_config", "data_types",
            ],
            register.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task GoCardless_BeforeItsCredentials_CannotBeEnabled()
    {
        var answer = await _world.SendAsync("PUT", "providers/gocardless", """{"enable":true}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("credentials", answer.Text("error_message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GoCardless_SetUpInTheOrderOfTheSeed_IsEnabledAndShowsNoCredential()
    {
        await _world.SetUpGoCardlessAsync();

        var body = (await _world.GetAsync("providers")).Body;
        var provider = await FindAsync("gocardless");
        Assert.True(provider.GetProperty("enabled").GetBoolean());
        Assert.True(provider.GetProperty("auto_connect").GetBoolean());
        Assert.Equal(
            ["is_sandbox", "client_id", "client_secret"],
            provider.GetProperty("credentials_config").EnumerateArray().Select(name => name.GetString()));
        Assert.DoesNotContain("of-a-test", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"credentials":{"client_id":"a","client_secret":"b"}}""")]
    [InlineData("""{"credentials":{"is_sandbox":"yes","client_id":"a","client_secret":"b"}}""")]
    [InlineData("""{"credentials":{"is_sandbox":true,"client_id":"a"}}""")]
    public async Task Credentials_WithAFieldMissingOrWrong_Are422(string body) =>
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await _world.SendAsync("PUT", "providers/gocardless/credentials", body)).Status);

    [Fact]
    public async Task Enable_AndDisable_AreSeenInTheList()
    {
        await _world.SendAsync("PUT", "providers/stripe", """{"enable":true}""");
        Assert.True((await FindAsync("stripe")).GetProperty("enabled").GetBoolean());

        await _world.SendAsync("PUT", "providers/stripe", """{"enable":false}""");
        Assert.False((await FindAsync("stripe")).GetProperty("enabled").GetBoolean());
    }

    [Theory]
    [InlineData("providers/nobody", """{"enable":true}""", HttpStatusCode.NotFound)]
    [InlineData("providers/stripe", "{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("providers/stripe", """{"enable":"yes"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("providers/stripe", "[]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("providers/stripe", "enable", HttpStatusCode.BadRequest)]
    [InlineData("providers/stripe/settings", """{"auto_connect":1}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("providers/stripe/settings", """{"a_setting_of_stripe":1}""", HttpStatusCode.OK)]
    public async Task Put_WithThisPathAndBody_Answers(string path, string body, HttpStatusCode expected) =>
        Assert.Equal(expected, (await _world.SendAsync("PUT", path, body)).Status);

    private async Task<JsonElement> FindAsync(string name) => (await _world.GetAsync("providers")).Json
        .EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);
}
