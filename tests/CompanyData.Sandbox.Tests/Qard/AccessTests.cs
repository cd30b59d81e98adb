using System.Net;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qard;

public sealed class AccessTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("another-key")]
    public async Task AnyCall_WithoutTheKey_Is401WithAnErrorBody(string? key)
    {
        _world.Client.DefaultRequestHeaders.Remove("X-API-KEY");
        if (key is not null)
        {
            _world.Client.DefaultRequestHeaders.Add("X-API-KEY", key);
        }

        foreach (var path in new[] { "profile", "users", "nowhere" })
        {
            var answer = await _world.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Equal(
                ["error_code", "error_message", "error_details"],
                answer.Json.EnumerateObject().Select(field => field.Name));
        }
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("users/no-guid")]
    [InlineData("users/3fa85f64-5717-4562-b3fc-2c963f66afa6")]
    [InlineData("users/3fa85f64-5717-4562-b3fc-2c963f66afa6/sync/latest")]
    [InlineData("users/3fa85f64-5717-4562-b3fc-2c963f66afa6/company-profile")]
    [InlineData("file/3fa85f64-5717-4562-b3fc-2c963f66afa6")]
    [InlineData("/elsewhere")]
    public async Task Get_OfAnUnknownPathOrId_Is404(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync(path)).Status);

    [Fact]
    public async Task Call_WithAWrongMethod_Is405AndNamesTheOthers()
    {
        var answer = await _world.SendAsync("DELETE", "users");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal(["GET"], answer.Message.Content.Headers.Allow);
    }

    [Fact]
    public async Task EveryAnswer_HasARequestIdAndTheDateOfTheClock()
    {
        await _world.GetAsync("profile");
        var answer = await _world.GetAsync("nowhere");

        Assert.Equal(["sandbox-00000002"], answer.Message.Headers.GetValues("X-Request-Id"));
        Assert.Equal(_world.Clock.GetUtcNow(), answer.Message.Headers.Date);
    }

    [Fact]
    public async Task OtherKey_WhereConfigured_IsTheOneThatCounts()
    {
        using var world = new World(options => options.QardApiKey = "key-of-a-test");
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync("profile")).Status);
    }
}
