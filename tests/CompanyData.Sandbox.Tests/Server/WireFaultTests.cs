using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Server;

/// <summary>Every kind of fault as a socket sees it.</summary>
public sealed class WireFaultTests
{
    private const string Profile = """{"name":"Sandbox","email":"sandbox@example.test"}""";

    [Fact]
    public async Task ConnectionRefused_ClosesThePortForAMoment()
    {
        await using var server = await StartAsync("connection-refused");

        Assert.Equal(("", true), await ResetOfAsync(server));
        var refused = 0;
        for (var i = 0; i < 5 && refused == 0; i++)
        {
            try
            {
                Assert.Equal(("", true), await ResetOfAsync(server));
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionRefused)
            {
                refused++;
            }
        }

        Assert.Equal(1, refused);
        await UntilItListensAsync(server);
    }

    [Theory]
    [InlineData("connection-reset", 0)]
    [InlineData("answer-lost", 1)]
    public async Task ResetConnection_GivesNoByte_AndTheRequestTookEffectOrDidNot(string kind, int users)
    {
        await using var server = await StartAsync(kind);

        var answer = await WireAnswer.ReadAsync(new Uri(server.BaseUri + "/users/legal"), "POST", """{"name":"Example","siren":"123456789"}""");

        Assert.Equal(("", true), (answer.Head, answer.IsReset));
        Assert.Equal(users, server.Handler.FaultCounts.Sum(count => count.Key is Faults.FaultKind.AnswerLost ? count.Value : 0));
        server.Sandbox.FaultRate = 0;
        using var client = server.CreateClient();
        Assert.Equal(users, (await client.GetFromJsonAsync<JsonElement>("users")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task BodyReset_BreaksWithinTheBody()
    {
        await using var server = await StartAsync("body-reset");
        var answer = await ReadAsync(server);

        Assert.True(answer.IsReset);
        Assert.Equal("HTTP/1.1 200 OK", answer.StatusLine);
        Assert.Equal($"{Profile.Length}", answer.Header("Content-Length"));
        Assert.Equal(Profile[..(Profile.Length / 2)], answer.Body);
    }

    [Fact]
    public async Task TruncatedBody_SaysThatThisIsAll()
    {
        await using var server = await StartAsync("truncated-body");
        var answer = await ReadAsync(server);

        Assert.False(answer.IsReset);
        Assert.Equal(Profile[..(Profile.Length / 2)], answer.Body);
        Assert.Equal($"{answer.Body.Length}", answer.Header("Content-Length"));
    }

    [Fact]
    public async Task TruncatedChunks_EndAsChunksDo()
    {
        await using var server = await StartAsync("truncated-chunks");
        var answer = await ReadAsync(server);

        Assert.False(answer.IsReset);
        Assert.Equal("chunked", answer.Header("Transfer-Encoding"));
        Assert.Equal($"{Profile.Length / 2:x}\r\n{Profile[..(Profile.Length / 2)]}\r\n0\r\n\r\n", answer.Body);
    }

    [Theory]
    [InlineData("html-page", "200 OK", "text/html; charset=utf-8", "<!doctype html>")]
    [InlineData("html-as-json", "200 OK", "application/json; charset=utf-8", "<!doctype html>")]
    [InlineData("bad-gateway", "502 Bad Gateway", "text/html; charset=utf-8", "<html>")]
    [InlineData("json-as-html", "200 OK", "text/html", Profile)]
    [InlineData("json-as-bytes", "200 OK", "application/octet-stream", Profile)]
    [InlineData("empty-body", "200 OK", null, "")]
    [InlineData("server-error", "500 Internal Server Error", "application/json", "{\"message\"")]
    [InlineData("unavailable", "503 Service Unavailable", "application/json", "{\"message\"")]
    [InlineData("gateway-timeout", "504 Gateway Timeout", "text/plain; charset=utf-8", "The service")]
    [InlineData("unknown-error", "599", "application/json", "{\"message\"")]
    [InlineData("unknown-success", "299", "application/json", Profile)]
    public async Task Answer_OfAnotherKind_IsWhatItsNameSays(string kind, string status, string? type, string start)
    {
        await using var server = await StartAsync(kind);
        var answer = await ReadAsync(server);

        Assert.False(answer.IsReset);
        Assert.Equal($"HTTP/1.1 {status}", answer.StatusLine.TrimEnd());
        Assert.Equal(type, answer.Header("Content-Type"));
        Assert.StartsWith(start, answer.Body, StringComparison.Ordinal);
        Assert.Equal($"{answer.Body.Length}", answer.Header("Content-Length"));
    }

    [Fact]
    public async Task TooManyRequests_SayWhenInSecondsAsADateAndNotAtAll()
    {
        Assert.Equal("1", await RetryAfterAsync("too-many-requests-seconds"));
        Assert.Null(await RetryAfterAsync("too-many-requests"));
        var before = DateTimeOffset.UtcNow;
        var date = DateTimeOffset.ParseExact((await RetryAfterAsync("too-many-requests-date"))!, "r", CultureInfo.InvariantCulture);
        Assert.InRange(date, before, DateTimeOffset.UtcNow.AddSeconds(1));
    }

    [Theory]
    [InlineData("slow-first-byte")]
    [InlineData("slow-body")]
    public async Task SlowAnswer_IsTheRightOneAfterAWhile(string kind)
    {
        await using var server = await StartAsync(kind, "--slow", "0.3");
        using var client = server.CreateClient();
        var watch = Stopwatch.StartNew();
        using var response = await client.GetAsync("profile", kind == "slow-body" ? HttpCompletionOption.ResponseContentRead : HttpCompletionOption.ResponseHeadersRead);

        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(0.1), $"{watch.Elapsed}");
        Assert.Equal(Profile, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task SlowBody_IsPrecededByItsHead()
    {
        await using var server = await StartAsync("slow-body", "--slow", "3600");
        using var client = server.CreateClient();
        using var response = await client.GetAsync("profile", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Lists_RepeatAnItemMoveAndHoldStatusesThatNobodyKnows()
    {
        await using var server = await RunningServer.StartAsync();
        using var client = server.CreateClient();
        foreach (var name in new[] { "A", "B", "C", "D", "E" })
        {
            using var created = await client.PostAsJsonAsync("users/legal", new { name, siren = "123456789" });
        }

        (server.Sandbox.FaultRate, server.Sandbox.FaultKinds) = (1, Faults.FaultKinds.Parse("duplicate-item"));
        Assert.Equal("AABCDE", await NamesAsync(client, "users?per_page=5"));

        server.Sandbox.FaultKinds = Faults.FaultKinds.Parse("moved-page");
        Assert.Equal("AB", await NamesAsync(client, "users?per_page=2&page=1"));
        HashSet<string> pages = [];
        for (var i = 0; i < 30 && pages.Count < 2; i++)
        {
            pages.Add(await NamesAsync(client, "users?per_page=2&page=2"));
        }

        Assert.Equal(["BC", "DE"], pages.Order());

        server.Sandbox.FaultKinds = Faults.FaultKinds.Parse("unknown-status");
        using var connected = await client.PostAsJsonAsync(
            $"users/{(await client.GetFromJsonAsync<JsonElement>("users")).GetProperty("result")[0].GetProperty("id")}/data-connections",
            new { provider_name = "company_legal_fr" });
        Assert.Equal("CONNECTED", (await connected.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
        var connections = await client.GetFromJsonAsync<JsonElement>(connected.RequestMessage!.RequestUri);
        Assert.Equal("ON_HOLD_OF_THE_SANDBOX", connections[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task Outage_ResetsWhatIsOpenAndRefusesWhatComes()
    {
        await using var server = await RunningServer.StartAsync("--latency", "60000");
        await BeginOutageAsync(server, "600");
        var refused = await Assert.ThrowsAsync<SocketException>(() => ReadAsync(server));
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
    }

    [Fact]
    public async Task Outage_AfterItsTime_IsOver()
    {
        await using var server = await RunningServer.StartAsync("--latency", "60000");
        await BeginOutageAsync(server, "0.2");
        await UntilItListensAsync(server);
        using var wrong = await new HttpClient().PostAsync(server.Origin + "/sandbox/outage?seconds=never", content: null);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Company_IsAgedOnRequest_AndSaysWhatHasHappened()
    {
        await using var server = await StartAsync("server-error");
        using var client = new HttpClient();
        var company = server.Origin + "/sandbox/companies/123456789";
        using var aged = await client.PostAsync(company + "?events=seatmoved,CompanyClosed", content: null);
        using var more = await client.PostAsync(company + "?count=2", content: null);
        var history = await client.GetFromJsonAsync<JsonElement>(company);
        Assert.Equal(4, history.GetProperty("events").GetArrayLength());
        Assert.Equal(["SeatMoved", "CompanyClosed"], history.GetProperty("events").EnumerateArray().Take(2).Select(what => what.GetString()!));
        foreach (var wrong in new[] { company, company + "?events=Nonsense", company + "?count=0", company + "0?count=1" })
        {
            using var refused = await client.PostAsync(wrong, content: null);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    [Fact]
    public async Task Counts_SayHowManyOfEachKindThereWere_AndAskingIsNoRequest()
    {
        await using var server = await StartAsync("server-error,json-as-html");
        using var client = server.CreateClient();
        for (var i = 0; i < 20; i++)
        {
            using var response = await client.GetAsync("profile");
        }

        await client.GetAsync(server.Origin + "/sandbox/faults");
        var counts = await client.GetFromJsonAsync<JsonElement>(server.Origin + "/sandbox/faults");
        var kinds = counts.GetProperty("kinds").EnumerateObject().ToDictionary(kind => kind.Name, kind => kind.Value.GetInt32());

        Assert.Equal((20, 20), (counts.GetProperty("requests").GetInt32(), counts.GetProperty("faults").GetInt32()));
        Assert.Equal(Faults.FaultKinds.All.Select(Faults.FaultKinds.NameOf), kinds.Keys);
        Assert.InRange(kinds["server-error"], 1, 19);
        Assert.Equal(20, kinds["server-error"] + kinds["json-as-html"]);
    }

    private static Task<RunningServer> StartAsync(string kinds, params string[] more) =>
        RunningServer.StartAsync(["--fault-rate", "1", "--fault-kinds", kinds, .. more]);

    private static async Task<(string Head, bool IsReset)> ResetOfAsync(RunningServer server)
    {
        var answer = await ReadAsync(server);
        return (answer.Head, answer.IsReset);
    }

    private static Task<WireAnswer> ReadAsync(RunningServer server) => WireAnswer.ReadAsync(new Uri(server.BaseUri + "/profile"));

    /// <summary>Returns when the outage has broken off a request that was under way.</summary>
    private static async Task BeginOutageAsync(RunningServer server, string seconds)
    {
        using var client = server.CreateClient();
        var underWay = client.GetAsync("profile");
        while (server.Handler.RequestCount == 0)
        {
            await Task.Delay(1);
        }

        using var begun = await new HttpClient().PostAsync($"{server.Origin}/sandbox/outage?seconds={seconds}", content: null);
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => underWay);
    }

    private static async Task<string?> RetryAfterAsync(string kind)
    {
        await using var server = await StartAsync(kind);
        var answer = await ReadAsync(server);
        Assert.Equal("HTTP/1.1 429 Too Many Requests", answer.StatusLine);
        return answer.Header("Retry-After");
    }

    private static async Task<string> NamesAsync(HttpClient client, string path) => string.Concat(
        (await client.GetFromJsonAsync<JsonElement>(path)).GetProperty("result").EnumerateArray().Select(user => user.GetProperty("name").GetString()));

    private static async Task UntilItListensAsync(RunningServer server)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, new Uri(server.Origin).Port);
                return;
            }
            catch (SocketException) when (watch.Elapsed < TimeSpan.FromSeconds(90))
            {
                await Task.Delay(10);
            }
        }
    }
}
