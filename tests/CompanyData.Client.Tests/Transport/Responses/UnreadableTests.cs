using System.Net;
using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>A success that is none.</summary>
public class UnreadableTests
{
    [Fact]
    public Task Read_Empty200_SaysSo() => FailsAsync(Replies.Status(200), "answered 200 with an empty body");

    [Fact]
    public Task Read_204WhereContentIsRequired_SaysSo() => FailsAsync(Replies.Status(204), "answered 204 with an empty body");

    [Fact]
    public Task Read_NullWhereContentIsRequired_SaysSo() => FailsAsync(Replies.Json("null"), "answered");

    [Fact]
    public async Task Read_Html200_SaysSoAndShowsItsWords()
    {
        ApiException exception = await FailsAsync(
            Replies.Html("<html><body><h1>Please log in</h1></body></html>"), "answered 200 with text/html instead of JSON");
        Assert.Equal("Please log in", exception.BodyExtract);
        Assert.Contains("Please log in", exception.Message);
        Assert.Contains("proxy", exception.Remedy);
    }

    [Fact]
    public Task Read_HtmlThatSaysItIsJson_SaysSo()
        => FailsAsync(Replies.Json("<html><body>Please log in</body></html>"), "answered 200 with HTML instead of JSON");

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    public async Task Read_JsonUnderAnotherName_IsReadAndItsErrorsAreOfJson(string mediaType)
    {
        using Wire wire = new();
        wire.Then(Replies.Text("""{"name":"Example"}""", mediaType));
        Assert.Equal("Example", (await wire.ReadAsync()).Name);
        await FailsAsync(Replies.Text("{\"name\":\"Exa", mediaType), "JSON cannot be read");
    }

    /// <summary>What was cut on the way may come whole the next time; what is of another kind or shape most likely comes again.</summary>
    [Theory]
    [InlineData("", 6)]
    [InlineData("{\"name\":\"Exa", 6)]
    [InlineData("[1,2]", 3)]
    [InlineData("null", 3)]
    [InlineData("<html></html>", 3)]
    [InlineData("Bad luck", 3)]
    public async Task Read_UnreadableForEver_IsAskedForAsOftenAsMayHelp(string body, int attempts)
    {
        using Wire wire = new();
        wire.Always(Replies.Json(body));
        ApiException exception = await wire.FailToReadAsync();
        Assert.Equal((ApiErrorKind.InvalidResponse, attempts), (exception.Kind, exception.Attempts));
    }

    [Fact]
    public async Task Read_PageAfterPageAmongOtherFailures_CountsThePages()
    {
        using Wire wire = new();
        wire.Then(Replies.Html("<p>"), Replies.Status(503), Replies.Status(503), Replies.Html("<p>"), Replies.Json("""{"name":"Example"}"""));
        Assert.Equal("Example", (await wire.ReadAsync()).Name);
    }

    [Fact]
    public async Task Change_AnsweredWithAPage_IsNoSuccess()
    {
        using Wire wire = new();
        wire.Always(Replies.Html("<html><body>Please log in</body></html>"));
        ApiException exception = await wire.FailToChangeAsync();
        Assert.Equal((ApiErrorKind.InvalidResponse, true), (exception.Kind, exception.OutcomeUnknown));
        Assert.Contains("Please log in", exception.Message);
    }

    [Theory]
    [InlineData("{}", "no known field")]
    [InlineData("""{"error_code":"QUOTA","error_message":"The quota is used up."}""", "with an error")]
    public async Task Read_SuccessWithoutAKnownField_IsAnError(string body, string says)
    {
        await FailsAsync(Replies.Json(body), says);
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.Json(body));
        Assert.True((await wire.FailToCreateAsync()).OutcomeUnknown);
    }

    [Fact]
    public Task Read_TruncatedJson_SaysSo() => FailsAsync(Replies.Json("{\"name\":\"Exa"), "JSON cannot be read");

    [Fact]
    public Task Read_ArrayInPlaceOfAnObject_SaysSo() => FailsAsync(Replies.Json("[1,2]"), "JSON cannot be read");

    [Fact]
    public Task Read_ListInAnotherShape_NamesWhatIsMissing()
        => FailsAsync(Replies.Json("""{"items":[]}"""), "result", client => client.Account.ListProvidersAsync(CancellationToken.None).ReadAllAsync());

    [Fact]
    public Task Read_ListOfNulls_IsAnError()
        => FailsAsync(Replies.Json("[null]"), "JSON cannot be read", async client => await client.Users.ListBySirenAsync("123456789", CancellationToken.None).ReadAllAsync());

    [Fact]
    public Task Read_EnvelopeOfNulls_IsAnError() => FailsAsync(
        Replies.Json("""{"result":[null]}"""), "JSON cannot be read", client => client.Connections.ListAsync("u", CancellationToken.None).ReadAllAsync());

    [Fact]
    public async Task Read_WrongTypeDeepInside_NamesThePathAndHidesTheData()
    {
        ApiException exception = await FailsAsync(
            Replies.Json("""[{"id":"1","first_name":"Camille"},7]"""),
            "at $[1]",
            async client => await client.Data.ListCompanyOfficersAsync("u", false, CancellationToken.None).ReadAllAsync());
        Assert.DoesNotContain("Camille", exception.ToString() + exception.BodyExtract);
    }

    /// <summary>Only the start of a long answer is kept, so it is no whole JSON any more; people's data stays hidden all the same.</summary>
    [Theory]
    [InlineData(2000, 200)]
    [InlineData(30_000, 422)]
    public async Task Read_LongAnswerCannotBeRead_HidesTheDataAsInAShortOne(int length, int status)
    {
        string json = $$"""[{"first_name":"Camille","salary":{"note":"well paid"},"message":"shown","birth_date":"rubbish","x":"{{new string('x', length)}}"},7]""";
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.Json(json, status));

        ApiException exception = await wire.FailAsync(async client => await client.Data.ListCompanyOfficersAsync("u", false, CancellationToken.None).ReadAllAsync());
        Assert.DoesNotContain("Camille", exception.ToString() + exception.BodyExtract);
        Assert.DoesNotContain("well paid", exception.BodyExtract);
        Assert.DoesNotContain("rubbish", exception.BodyExtract);
        Assert.DoesNotContain("xxx", exception.BodyExtract);
        Assert.Contains("shown", exception.BodyExtract);
    }

    private static async Task<ApiException> FailsAsync(ScriptedHandler.Reply reply, string says, Func<QardClient, Task>? work = null)
    {
        using Wire wire = new(maxRetries: 1);
        wire.Always(reply);
        ApiException exception = await (work is null ? wire.FailToReadAsync() : wire.FailAsync(work));
        Assert.Equal(ApiErrorKind.InvalidResponse, exception.Kind);
        Assert.StartsWith("Qard: could not ", exception.Message);
        Assert.Contains(says, exception.Message);
        Assert.InRange((int)exception.StatusCode!, 200, 299);
        Assert.Equal(2, exception.Attempts);
        Assert.NotNull(exception.Remedy);
        return exception;
    }
}
