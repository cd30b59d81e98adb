using System.Text.RegularExpressions;
using CompanyData.Audit;
using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>Messages are composed of sentences of the client, the framework and the services, which end with a full stop or without one.</summary>
public sealed class MessageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("companydata-messages-").FullName;

    public static TheoryData<string> Failures => ["reset", "reset without a full stop", "refused", "500", "502", "text", "message", "message and code", "html", "empty", "cut off", "error in 200"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Read_Fails_SentencesAreJoinedCorrectly(string how)
    {
        using Wire wire = new(maxRetries: 1);
        wire.Always(Reply(how));
        AssertJoined(await wire.FailToReadAsync());
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Create_Fails_SentencesAreJoinedCorrectly(string how)
    {
        using Wire wire = new(maxRetries: 1);
        wire.Always(Reply(how));
        ApiException failure = await wire.FailToCreateAsync();
        AssertJoined(failure);
        Assert.Equal(failure.Kind == ApiErrorKind.OutcomeUnknown, Regex.IsMatch(failure.Message, "[.…] Whether it took effect is unknown\\.$"));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Create_FailsAndCannotBeAudited_SentencesAreJoinedCorrectly(string how)
    {
        string inner = Path.Combine(_folder, "inner");
        Directory.CreateDirectory(inner);
        AuditTrail trail = new();
        trail.Start(Path.Combine(inner, "audit.jsonl"));
        using Wire wire = new(maxRetries: 0, audit: trail);
        wire.Then(async (request, token) =>
        {
            Directory.Delete(inner, recursive: true);
            return await Reply(how)(request, token);
        });

        ApiException failure = await wire.FailToCreateAsync();
        Assert.Equal(ApiErrorKind.NotAudited, failure.Kind);
        Assert.Contains(". The call itself failed: ", failure.Message);
        AssertJoined(failure);
    }

    [Theory]
    [InlineData("Connection reset by peer", "Connection reset by peer.")]
    [InlineData("Broken.", "Broken.")]
    [InlineData("404, not found [request id 7]", "404, not found [request id 7].")]
    [InlineData("Why?", "Why?")]
    [InlineData("cut short…", "cut short…")]
    public void Close_AnyEnd_EndsWithOneMark(string text, string closed) => Assert.Equal(closed, Sentences.Close(text));

    private static void AssertJoined(ApiException failure)
    {
        foreach (string? text in (string?[])[failure.Message, failure.Remedy])
        {
            Assert.DoesNotMatch(@"\.\.|\.:|:\s*:|\.\s*[\[(,;]|\s\s|\s$|^\s", text ?? string.Empty);
            Assert.DoesNotMatch(@"[\w\])] (Whether it|The call itself)", text ?? string.Empty);
        }
    }

    private static ScriptedHandler.Reply Reply(string how) => how switch
    {
        "reset" => Replies.Reset(),
        "reset without a full stop" => (_, _) => throw new HttpRequestException("sending failed", new IOException("Connection reset by peer")),
        "refused" => Replies.Refused(),
        "text" => Replies.Text("Try again later.", status: 400),
        "message" => Replies.Json("""{"message":"The siren is not valid."}""", 422),
        "message and code" => Replies.Json("""{"message":"The siren is not valid.","code":"invalid_siren"}""", 422),
        "html" => Replies.Html("<html><body>Please sign in.</body></html>"),
        "empty" => Replies.Json(string.Empty),
        "cut off" => Replies.Json("""{"name":"E"""),
        "error in 200" => Replies.Json("""{"message":"The siren is not valid."}"""),
        _ => Replies.Status(int.Parse(how)),
    };
}
