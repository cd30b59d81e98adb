using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CompanyData.Sandbox.Faults;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests;

public sealed class FaultTests : IDisposable
{
    private readonly World _world = new(FailAlways);

    private static readonly FaultKind[] WithoutEffect =
    [
        FaultKind.ConnectionRefused, FaultKind.ConnectionReset, FaultKind.HtmlPage, FaultKind.HtmlAsJson, FaultKind.TooManyRequestsSeconds,
        FaultKind.TooManyRequestsDate, FaultKind.TooManyRequests, FaultKind.ServerError, FaultKind.Unavailable, FaultKind.UnknownError,
    ];

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Faults_OverManyRequests_AreOfEveryKindAndCounted()
    {
        _world.Options.FaultRate = 0;
        var user = await _world.CreateConnectedUserAsync();
        _world.Options.FaultRate = 1;
        foreach (var path in new[] { "profile", $"users/{user}/data-connections", "users?page=2" })
        {
            await ReadKindsAsync(_world, 150, path);
        }

        Assert.Equal(450, _world.Handler.FaultCounts.Values.Sum());
        Assert.All(_world.Handler.FaultCounts, count => Assert.NotEqual(0, count.Value));
    }

    [Fact]
    public async Task Faults_OfOneKind_AreOfNoOtherAndHitWhatTheyCan()
    {
        _world.Options.FaultKinds = [FaultKind.DuplicateItem];

        Assert.All(await ReadKindsAsync(_world, 5), kind => Assert.Equal("fine", kind));
        Assert.Equal(0, _world.Handler.FaultCounts.Values.Sum());
        await ReadKindsAsync(_world, 5, "providers");
        Assert.Equal(5, _world.Handler.FaultCounts[FaultKind.DuplicateItem]);
    }

    [Fact]
    public async Task Faults_WithTheSameSeed_ComeInTheSameOrder()
    {
        using var same = new World(FailAlways);
        using var other = new World(options =>
        {
            FailAlways(options);
            options.Seed = 2;
        });

        var kinds = await ReadKindsAsync(_world, 50);
        Assert.Equal(kinds, await ReadKindsAsync(same, 50));
        Assert.NotEqual(kinds, await ReadKindsAsync(other, 50));
    }

    [Fact]
    public async Task Faults_AtARateOfAThird_HitAboutAThird()
    {
        _world.Options.FaultRate = 1.0 / 3;
        await ReadKindsAsync(_world, 600);
        Assert.InRange(_world.Handler.FaultCounts.Values.Sum(), 150, 250);
    }

    [Fact]
    public async Task Faults_OfCreates_TakeEffectWhereTheAnswerIsLostAndElseDoNot()
    {
        for (var i = 0; i < 150; i++)
        {
            await ReadKindAsync(_world, "POST", "users/legal", """{"name":"Example","siren":"123456789"}""");
        }

        _world.Options.FaultRate = 0;
        var expected = _world.Handler.FaultCounts.Where(count => !WithoutEffect.Contains(count.Key)).Sum(count => count.Value);
        Assert.InRange(expected, 1, 149);
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

    private static void FailAlways(SandboxOptions options) => (options.FaultRate, options.FaultDelay) = (1, TimeSpan.Zero);

    private static async Task<IReadOnlyList<string>> ReadKindsAsync(World world, int count, string path = "profile")
    {
        var kinds = new List<string>();
        for (var i = 0; i < count; i++)
        {
            kinds.Add(await ReadKindAsync(world, "GET", path));
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
