using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests;

public sealed class FaultTests : IDisposable
{
    private readonly World _world = new(options => options.FaultRate = 1);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Faults_OverManyRequests_AreOfEveryKind()
    {
        var kinds = await ReadKindsAsync(_world, 200);

        Assert.Equal(
            [
                "429", "429 after a date", "429 after seconds", "500", "502 html", "503", "cut", "empty", "refused", "reset",
            ],
            kinds.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Faults_WithTheSameSeed_ComeInTheSameOrder()
    {
        using var same = new World(options => options.FaultRate = 1);
        using var other = new World(options => (options.FaultRate, options.Seed) = (1, 2));

        var kinds = await ReadKindsAsync(_world, 50);
        Assert.Equal(kinds, await ReadKindsAsync(same, 50));
        Assert.NotEqual(kinds, await ReadKindsAsync(other, 50));
    }

    [Fact]
    public async Task Faults_AtARateOfAThird_HitAboutAThird()
    {
        _world.Options.FaultRate = 1.0 / 3;
        var kinds = await ReadKindsAsync(_world, 600);
        Assert.InRange(kinds.Count(kind => kind != "fine"), 150, 250);
    }

    [Fact]
    public async Task Faults_OfCreates_TakeEffectWhereTheAnswerIsLostAndElseDoNot()
    {
        var expected = 0;
        for (var i = 0; i < 100; i++)
        {
            var kind = await ReadKindAsync(_world, "POST", "users/legal", """{"name":"Example","siren":"123456789"}""");
            expected += kind is "502 html" or "reset" or "cut" or "empty" ? 1 : 0;
        }

        _world.Options.FaultRate = 0;
        Assert.InRange(expected, 1, 99);
        Assert.Equal(expected, (await _world.GetAsync("users")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Faults_OnTheConsentPage_NeverHappen()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync("/qard/consent/3fa85f64-5717-4562-b3fc-2c963f66afa6")).Status);
        }
    }

    private static async Task<IReadOnlyList<string>> ReadKindsAsync(World world, int count)
    {
        var kinds = new List<string>();
        for (var i = 0; i < count; i++)
        {
            kinds.Add(await ReadKindAsync(world, "GET", "profile"));
        }

        return kinds;
    }

    private static async Task<string> ReadKindAsync(World world, string method, string path, string? body = null)
    {
        try
        {
            var answer = await world.SendAsync(method, path, body);
            var status = (int)answer.Status;
            var retryAfter = answer.Message.Headers.RetryAfter;
            var wait = retryAfter?.Delta ?? retryAfter?.Date - world.Clock.GetUtcNow() ?? TimeSpan.Zero;
            Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(1));
            return answer switch
            {
                _ when status == 429 => retryAfter switch { null => "429", { Delta: not null } => "429 after seconds", _ => "429 after a date" },
                _ when status == 502 => "502 " + answer.Message.Content.Headers.ContentType!.MediaType!.Split('/')[1],
                _ when status >= 500 => $"{status}",
                { Body: "" } => "empty",
                _ => IsJson(answer.Body) ? "fine" : "cut",
            };
        }
        catch (HttpRequestException error)
        {
            return error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused } ? "refused" : "reset";
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
