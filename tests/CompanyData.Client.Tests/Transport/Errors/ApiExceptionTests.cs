using System.Net;
using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class ApiExceptionTests
{
    [Fact]
    public async Task Read_RefusedWithJson_CarriesEveryField()
    {
        using Wire wire = new();
        wire.Always(Replies.With(
            Replies.Json("""{"error_code":"USER_GONE","error_message":"The user is gone.","error_details":[{"field":"id","message":"Removed."}],"siren":"123456789"}""", 422),
            response => response.Headers.Add("X-Request-Id", "req-42")));

        ApiException exception = await wire.FailAsync(client => client.Users.GetAsync("u-1", CancellationToken.None));
        Assert.Equal(ApiErrorKind.Invalid, exception.Kind);
        Assert.Equal("Qard", exception.Service);
        Assert.Equal("read the user", exception.Operation);
        Assert.Equal("u-1", exception.Subject);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, exception.StatusCode);
        Assert.Equal("USER_GONE", exception.ProviderCode);
        Assert.Equal("The user is gone. [id: Removed.]", exception.ProviderMessage);
        Assert.Equal("req-42", exception.RequestId);
        Assert.Equal(1, exception.Attempts);
        Assert.False(exception.OutcomeUnknown);
        Assert.Contains("\"error_message\":\"The user is gone.\"", exception.BodyExtract);
        Assert.Contains("\"siren\":\"***\"", exception.BodyExtract);
        foreach (string word in (string[])["Qard: could not read the user (u-1)", "422", "USER_GONE", "The user is gone.", "req-42"])
        {
            Assert.Contains(word, exception.Message);
        }
    }

    [Theory]
    [InlineData("""{"message":"Gone."}""", null, "Gone.")]
    [InlineData("""{"error":"Gone."}""", null, "Gone.")]
    [InlineData("""{"code":42,"message":"Gone."}""", "42", "Gone.")]
    [InlineData("""{"error_code":"X","error_message":null}""", "X", null)]
    [InlineData("""{"error_message":"Gone.","error_details":"Long ago."}""", null, "Gone. [Long ago.]")]
    [InlineData("""{"error_message":"Gone.","error_details":null}""", null, "Gone.")]
    [InlineData("""["Gone."]""", null, null)]
    [InlineData("{}", null, null)]
    [InlineData("null", null, null)]
    [InlineData("", null, null)]
    public async Task Read_RefusedWithOtherJson_TakesWhatIsThere(string body, string? code, string? message)
    {
        using Wire wire = new();
        wire.Always(Replies.Json(body, 400));

        ApiException exception = await wire.FailToReadAsync();
        Assert.Equal(code, exception.ProviderCode);
        Assert.Equal(message, exception.ProviderMessage);
        Assert.Contains("400", exception.Message);
    }

    [Theory]
    [InlineData("""{"error_message":"A","error_message":"B"}""")]
    [InlineData("""{"a":{"x":1,"x":2}}""")]
    public async Task Read_RefusedWithAFieldTwice_KeepsTheStatus(string body)
    {
        using Wire wire = new();
        wire.Always(Replies.Json(body, 422));

        ApiException exception = await wire.FailToReadAsync();
        Assert.Equal(ApiErrorKind.Invalid, exception.Kind);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, exception.StatusCode);
    }

    [Fact]
    public async Task Read_RefusedWithText_ShowsTheText()
    {
        using Wire wire = new();
        wire.Always(Replies.Text("upstream connect error", status: 404));

        ApiException exception = await wire.FailToReadAsync();
        Assert.Equal("upstream connect error", exception.BodyExtract);
        Assert.Contains("404, not found: upstream connect error", exception.Message);
    }

    [Fact]
    public async Task Read_RefusedWithHtml_ShowsItsWordsAndNoTags()
    {
        using Wire wire = new();
        wire.Always(Replies.Html(
            """
            <!DOCTYPE html><html><head><title>502 Bad Gateway</title><style>p { color: red }</style><script>alert("boo")</script></head>
            <body><h1>Bad&nbsp;Gateway</h1><p class="x">nginx &amp; friends
            """,
            400));

        string extract = (await wire.FailToReadAsync()).BodyExtract!;
        Assert.Equal("502 Bad Gateway Bad Gateway nginx & friends", extract.Replace(' ', ' '));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    [InlineData("html")]
    public async Task Read_RefusedAtLength_ExtractIsBounded(string form)
    {
        string words = string.Concat(Enumerable.Repeat("word ", 20_000));
        using Wire wire = new();
        wire.Always(form switch
        {
            "json" => Replies.Json($$"""{"error_message":"{{words}}"}""", 400),
            "html" => Replies.Html($"<p>{words}</p>", 400),
            _ => Replies.Text(words, status: 400),
        });

        ApiException exception = await wire.FailToReadAsync();
        Assert.InRange(exception.BodyExtract!.Length, 500, ErrorBody.MaxExtract + 1);
        Assert.InRange(exception.Message.Length, 1, 2 * ErrorBody.MaxExtract);
    }

    [Fact]
    public async Task Read_RefusedWithControlCharacters_ShowsNone()
    {
        using Wire wire = new();
        wire.Always(Replies.Json("""{"error_code":"\u001b[31mX","error_message":"red\u001b[0m\u0007\r\nfake line\u009b1m"}""", 400));
        Assert.All(Texts(await wire.FailToReadAsync()), text => Assert.DoesNotContain(text, char.IsControl));

        using Wire plain = new();
        plain.Always(Replies.Text("red\u001b[0m\u0000\u0008", status: 400));
        Assert.All(Texts(await plain.FailToReadAsync()), text => Assert.DoesNotContain(text, char.IsControl));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Read_KeyRefused_SaysWhatToDo(int status)
    {
        using Wire wire = new();
        wire.Always(Replies.Json("{}", status));

        ApiException exception = await wire.FailToReadAsync();
        Assert.Equal(ApiErrorKind.Unauthorized, exception.Kind);
        Assert.Contains("the key was refused", exception.Message);
        Assert.Contains("Connect-Qard", exception.Remedy);
    }

    private static IEnumerable<string> Texts(ApiException exception)
        => new[] { exception.Message, exception.BodyExtract, exception.ProviderCode, exception.ProviderMessage }.OfType<string>();
}
