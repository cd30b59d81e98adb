using System.Net;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qonto;

public sealed class AccessTests : IDisposable
{
    private readonly QontoWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(null, "sandbox-partner")]
    [InlineData("wrong", "sandbox-partner")]
    [InlineData("sandbox-qonto-token", null)]
    [InlineData("sandbox-qonto-token", "wrong")]
    public async Task Call_WithoutTokenOrPartner_Is401WithTheTraceIdTwice(string? token, string? partner)
    {
        (_world.Token, _world.PartnerId) = (token, partner);

        var answer = await _world.GetAsync("registrations");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        var error = Assert.Single(answer.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal("unauthorized", error.GetProperty("code").GetString());
        Assert.NotEmpty(error.GetProperty("detail").GetString()!);
        Assert.False(error.TryGetProperty("source", out _));
        Assert.Equal(Assert.Single(answer.Message.Headers.GetValues("X-Tyk-Trace-Id")), answer.Text("trace_id"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Call_WithoutTheStagingToken_GetsALoginPageWith200(string? stagingToken)
    {
        _world.StagingToken = stagingToken;

        var answer = await _world.PostAsync(Registrations.OfSeed());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("text/html", answer.Message.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<!doctype html>", answer.Body, StringComparison.Ordinal);
        _world.StagingToken = _world.Options.QontoStagingToken;
        Assert.Equal(0, (await _world.ReadAsync("registrations")).GetProperty("meta").GetProperty("total_count").GetInt32());
    }

    [Fact]
    public async Task Call_WhereNoStagingTokenIsAskedFor_NeedsNone()
    {
        (_world.StagingToken, _world.Options.QontoStagingToken) = (null, "");
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync("registrations")).Status);
    }

    [Fact]
    public async Task TraceIds_OfTwoAnswers_Differ()
    {
        var first = await _world.GetAsync("registrations");
        var second = await _world.GetAsync("registrations");
        Assert.NotEqual(first.Message.Headers.GetValues("X-Tyk-Trace-Id"), second.Message.Headers.GetValues("X-Tyk-Trace-Id"));
    }

    [Fact]
    public async Task Path_OutsideRegister_IsNotMounted() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync("/qonto/registrations")).Status);
}
