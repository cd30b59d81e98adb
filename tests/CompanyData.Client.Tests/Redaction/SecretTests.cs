using System.Net;
using CompanyData.Client.Tests.Powens;
using CompanyData.Client.Tests.Support;
using CompanyData.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Redaction;

/// <summary>Whatever a server echoes, neither the key nor a credential comes out again.</summary>
public class SecretTests
{
    private const string ClientSecret = "canary-secret-77";

    [Theory]
    [InlineData("text", 400)]
    [InlineData("html", 400)]
    [InlineData("json", 400)]
    [InlineData("hidden field", 400)]
    [InlineData("name", 400)]
    [InlineData("code", 400)]
    [InlineData("header", 400)]
    [InlineData("reason", 400)]
    [InlineData("text", 200)]
    [InlineData("html", 200)]
    [InlineData("truncated", 200)]
    [InlineData("truncated", 400)]
    public async Task Read_ServerEchoesTheKey_ItIsMasked(string where, int status)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Echo(where, status, Wire.Key));
        AssertHidden(await wire.FailToReadAsync(), Wire.Key);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("hidden field")]
    [InlineData("header")]
    public async Task SetCredentials_ServerEchoesThem_TheyAreMasked(string where)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Echo(where, 422, ClientSecret));
        Dictionary<string, object?> credentials = new() { ["client_id"] = "id", ["client_secret"] = new Secret(ClientSecret) };

        ApiException exception = await wire.FailAsync(client => client.Account.SetProviderCredentialsAsync("gocardless", credentials, CancellationToken.None));
        AssertHidden(exception, ClientSecret);
        Assert.Contains(ClientSecret, Assert.Single(wire.Requests).Body);
    }

    [Fact]
    public async Task SetCredentials_ServerEchoesThemBackEscaped_TheyAreMasked()
    {
        const string Secret = "a\"b\\c/d+é<canary>";
        Dictionary<string, object?> credentials = new() { ["client_secret"] = new Secret(Secret) };
        string escaped = System.Text.Json.JsonSerializer.Serialize(Secret);
        foreach (string body in (string[])[$$"""{"error_message":{{escaped}}}""", $$"""{"message":"no","title":{{escaped}}}""", $$"""{"title":{{escaped}}, "cut""", $$"""{"title":{{escaped[..^1]}} and"""])
        {
            using Wire wire = new(maxRetries: 0);
            wire.Always(Replies.Json(body, 422));
            ApiException exception = await wire.FailAsync(
                client => client.Account.SetProviderCredentialsAsync("gocardless", credentials, CancellationToken.None));
            AssertHidden(exception, "canary");
        }
    }

    [Fact]
    public async Task Read_ErrorIsAnObject_ItsSecretsAreMasked()
    {
        using Wire wire = new();
        wire.Always(Replies.Json("""{"error":{"message":"shown","access_token":"canary","nested":{"password":"canary"}} }""", 400));
        ApiException exception = await wire.FailToReadAsync();
        Assert.Contains("shown", exception.ProviderMessage);
        AssertHidden(exception, "canary");
    }

    /// <summary>Only the start of an unreadable answer is kept: not even a part of a key may stand at its end.</summary>
    [Fact]
    public async Task Read_KeyLiesAcrossTheEndOfWhatIsKept_NoPartOfItIsShown()
    {
        for (int before = 490; before <= 512; before++)
        {
            using Wire wire = new(maxRetries: 0);
            wire.Always(Replies.Text(new string('.', before) + Wire.Key + new string('.', 2000), "text/plain", 200));
            AssertHidden(await wire.FailToReadAsync(), Wire.Key[..6]);
        }
    }

    [Fact]
    public void Text_SecretsThatHoldOneAnother_AreMaskedWhole()
    {
        Secret[] secrets = [new("canary"), new("canary-and-more")];
        Assert.Equal($"x {Redactor.Mask} y", Redactor.Text("x canary-and-more y", secrets));
    }

    /// <summary>A short secret, a word or a number is part of other words by chance: only where it stands alone is it the secret.</summary>
    [Theory]
    [InlineData("wrong", "The login is wrong. (wrongpass)", "The login is ***. (wrongpass)")]
    [InlineData("wrong", "'wrong' wrong\nwrong,wrong", "'***' *** ***,***")]
    [InlineData("wrong", "WRONG, wrong_password, pass-wrong, wrongs", "WRONG, wrong_password, pass-wrong, wrongs")]
    [InlineData("wrong", "-wrong- _wrong_", "-***- _***_")]
    [InlineData("wrong", """{"a":"\nwrong"}""", """{"a":"\n***"}""")]
    [InlineData("wrong", "x%20wrong&b=wrong", "x%20***&b=***")]
    [InlineData("000000", "request 9a000000b1-000000-1, code 000000", "request 9a000000b1-000000-1, code ***")]
    [InlineData("p", "a p in a pipeline", "a *** in a pipeline")]
    [InlineData("!a", "x!ab !a", "x!ab ***")]
    [InlineData("password", "the passwordExpired of password", "the passwordExpired of ***")]
    [InlineData("s3cr3t", "xs3cr3tx", "x***x")]
    [InlineData("twelveletter", "xtwelveletterx", "x***x")]
    public void Text_SecretThatOtherTextHoldsByChance_IsMaskedAsAWord(string secret, string text, string expected)
        => Assert.Equal(expected, Redactor.Text(text, [new Secret(secret)]));

    [Theory]
    [InlineData("the password is wro", "the password is ***")]
    [InlineData("the id is 7wro", "the id is 7wro")]
    public void CutText_SecretThatOtherTextHoldsByChance_IsMaskedAsAWord(string text, string expected)
        => Assert.Equal(expected, Redactor.CutText(text, [new Secret("wrong")]));

    [Theory]
    [InlineData("could")]
    [InlineData("wrong")]
    [InlineData("000000")]
    [InlineData("not found")]
    [InlineData("InvalidValue")]
    public async Task Read_SecretIsAWordOfTheError_CodeIdRemedyAndOwnWordsStay(string password)
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Always(Replies.With(
            Replies.Json($$"""{"code":"wrongpass","description":"Rejected: '{{password}}'."}""", 400), response => response.Headers.Add("X-Request-Id", "r-000000-wrong-1")));
        ApiException exception = await wire.FailAsync(client => client.Connections.AnswerAsync("me", "3", PowensWire.Fields(password), CancellationToken.None));

        Assert.Equal("wrongpass", exception.ProviderCode);
        Assert.Equal("r-000000-wrong-1", exception.RequestId);
        Assert.Equal("Rejected: '***'.", exception.ProviderMessage);
        Assert.StartsWith("Powens: could not ", exception.Message);
        Assert.Contains("-Field", exception.Remedy);
    }

    [Fact]
    public async Task Read_SecretIsTheCode_TheRemedyIsStillKnown()
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Always(Replies.Json("""{"code":"wrongpass","description":"no"}""", 400));
        ApiException exception = await wire.FailAsync(client => client.Connections.AnswerAsync("me", "3", PowensWire.Fields("wrongpass"), CancellationToken.None));
        Assert.Equal(Redactor.Mask, exception.ProviderCode);
        Assert.Contains("-Field", exception.Remedy);
    }

    [Fact]
    public void Text_AnySecretAnywhere_IsGone() => Holds.ForAll(
        from secret in Holds.Texts("abcdefgh\"\\<>&+/é ", 12)
        from left in Holds.Texts("xyz \n\u001b", 20)
        from right in Holds.Texts("xyz \n\u001b", 20)
        select (secret: "s3" + secret + "cr3t", left, right),
        it =>
        {
            string text = Redactor.Text(it.left + it.secret + it.right, [new Secret(it.secret)]);
            Assert.DoesNotContain(it.secret, text);
            Assert.Contains(Redactor.Mask, text);
            Assert.DoesNotContain(text, char.IsControl);
        });

    [Theory]
    [InlineData("users?page=2&per_page=100&siren=123456789", "users?page=2&per_page=100&siren=123456789")]
    [InlineData("users?token=abc", "users?token=***")]
    [InlineData("users?TOKEN=abc&page=1", "users?TOKEN=***&page=1")]
    [InlineData("users?flag", "users?flag=***")]
    [InlineData("users", "users")]
    public void PathAndQuery_UnlistedNames_LoseTheirValues(string path, string expected)
        => Assert.Equal(expected, Redactor.PathAndQuery(path));

    [Theory]
    [InlineData("""{"message":"shown","name":"hidden"}""", """{"message":"shown","name":"***"}""")]
    [InlineData("""{"error":{"description":"shown","api_key":"hidden"}}""", """{"error":{"description":"shown","api_key":"***"}}""")]
    [InlineData("""{"details":{"client_secret":{"a":"hidden"}}}""", """{"details":{"client_secret":"***"}}""")]
    [InlineData("""["hidden",1,true,null]""", """["***",1,true,null]""")]
    public void Json_OnlyListedFields_KeepTheirText(string json, string expected) => Assert.Equal(expected, Redactor.Json(json));

    private static ScriptedHandler.Reply Echo(string where, int status, string secret) => where switch
    {
        "text" => Replies.Text($"Key {secret} is wrong", status: status),
        "html" => Replies.Html($"<p>Key <b>{secret}</b> is wrong</p>", status),
        "json" => Replies.Json($$"""{"error_message":"Key {{secret}} is wrong","error_details":{"message":"{{secret}}"} }""", status),
        "hidden field" => Replies.Json($$"""{"message":"wrong","headers":{"x-api-key":"{{secret}}","list":["{{secret}}"]} }""", status),
        "name" => Replies.Json($$"""{"{{secret}}":1}""", status),
        "code" => Replies.Json($$"""{"error_code":"{{secret}}"}""", status),
        "truncated" => Replies.Json($$"""{"message":"{{secret}}", "other":"{{secret}}""", status),
        "header" => Replies.With(Replies.Json("{}", status), response => response.Headers.Add("X-Request-Id", $"id {secret}")),
        "reason" => Replies.With(Replies.Json("{}", status), response => response.ReasonPhrase = $"Bad {secret}"),
        _ => throw new ArgumentOutOfRangeException(nameof(where)),
    };

    private static void AssertHidden(ApiException exception, string secret)
    {
        string?[] texts =
        [
            exception.Message, exception.ToString(), exception.BodyExtract, exception.ProviderCode, exception.ProviderMessage,
            exception.RequestId, exception.Remedy, exception.Subject, exception.InnerException?.ToString(),
        ];
        Assert.All(texts, text => Assert.DoesNotContain(secret, text ?? string.Empty));
    }
}
