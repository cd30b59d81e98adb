using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Qonto;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qonto;

public sealed class MagicLegalNumberTests : IDisposable
{
    private readonly QontoWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Table_OfAll_HasNineDigitsOnceThatBeginWith000()
    {
        Assert.All(MagicLegalNumbers.All, magic => Assert.Matches("^000[0-9]{6}$", magic.Number));
        Assert.Equal(MagicLegalNumbers.All.Count, MagicLegalNumbers.All.Select(magic => magic.Number).Distinct().Count());
    }

    [Fact]
    public async Task Number1_BeforeTheVisit_IsCreated()
    {
        var registration = await CreateAsync("000000001");
        Assert.Equal("created", registration.GetProperty("status").GetString());
        await _world.VisitAsync(registration);
        Assert.Equal("user_started", await _world.StatusAsync(QontoWorld.IdOf(registration)));
    }

    [Fact]
    public async Task Number2_AfterTheVisit_StaysPending() => Assert.Equal(["pending"], await TravelAsync(await CreateAsync("000000002")));

    [Fact]
    public async Task Number3_BeforeTheEnd_IsUnderReview() => Assert.Equal(
        ["user_started", "price_plan_selected", "contract_signed", "under_review", "completed"],
        await TravelAsync(await CreateAsync("000000003")));

    [Fact]
    public async Task Number4_InItsAnswer_HasUnknownFieldsAndAFlowOfItsOwn()
    {
        var registration = await CreateAsync("000000004");
        Assert.Equal("assisted", registration.GetProperty("flow").GetProperty("type").GetString());
        Assert.Equal(42, registration.GetProperty("new_object").GetProperty("number").GetInt32());
        Assert.Equal(JsonValueKind.Null, registration.GetProperty("new_null").ValueKind);
    }

    [Fact]
    public async Task Number5_FromTheStart_IsManualForTwoReasons()
    {
        var flow = (await CreateAsync("000000005")).GetProperty("flow");
        Assert.Equal("manual", flow.GetProperty("type").GetString());
        Assert.True(flow.GetProperty("breakdown")[0].TryGetProperty("source", out _));
        Assert.False(flow.GetProperty("breakdown")[1].TryGetProperty("source", out _));
    }

    [Fact]
    public async Task Number6_ForAWhile_IsInTheListOnly()
    {
        var path = $"registrations/{QontoWorld.IdOf(await CreateAsync("000000006"))}";

        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync(path)).Status);
        Assert.Equal(1, await CountAsync());
        _world.Clock.Advance(QontoWorld.SyncDuration);
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Number7_ForAWhile_HasNoLink()
    {
        var registration = await CreateAsync("000000007");

        Assert.Equal(JsonValueKind.Null, registration.GetProperty("redirection_link").ValueKind);
        _world.Clock.Advance(QontoWorld.SyncDuration);
        await _world.VisitAsync(await _world.RegistrationAsync(QontoWorld.IdOf(registration)));
        Assert.Equal("user_started", await _world.StatusAsync(QontoWorld.IdOf(registration)));
    }

    [Fact]
    public async Task Number8_AfterTheContract_IsReset()
    {
        var registration = await CreateAsync("000000008");
        Assert.Equal(["user_started", "price_plan_selected", "contract_signed", "pending"], await TravelAsync(registration));
        await _world.VisitAsync(registration);
        Assert.Equal("pending", await _world.StatusAsync(QontoWorld.IdOf(registration)));

        var last = (await _world.ReadAsync("events")).GetProperty("events").EnumerateArray().Last();
        Assert.Equal("organizations.deleted", last.GetProperty("event_type").GetString());
        Assert.Equal("organization", last.GetProperty("resource_type").GetString());
        Assert.Equal(registration.GetProperty("organization").GetProperty("id").GetString(), last.GetProperty("resource_id").GetString());
    }

    [Theory]
    [InlineData("000000201", HttpStatusCode.Created, 1)]
    [InlineData("000000502", HttpStatusCode.BadGateway, 1)]
    [InlineData("000000500", HttpStatusCode.InternalServerError, 0)]
    [InlineData("000000430", HttpStatusCode.TooManyRequests, 0)]
    public async Task Number_WhoseCreationGoesWrong_TakesEffectOrNot(string number, HttpStatusCode status, int count)
    {
        var answer = await _world.PostAsync(Registrations.OfSeed(number));
        Assert.Equal(status, answer.Status);
        Assert.Equal(status is HttpStatusCode.Created, answer.Body.Length == 0);
        Assert.Null(answer.Message.Headers.RetryAfter);
        Assert.Equal(count, await CountAsync());
    }

    [Fact]
    public async Task Number422_WhenCreated_IsRefusedWithAndWithoutASource()
    {
        var errors = (await _world.PostAsync(Registrations.OfSeed("000000422"))).Json.GetProperty("errors");
        Assert.Equal("/organization/address/country", errors[0].GetProperty("source").GetProperty("pointer").GetString());
        Assert.False(errors[1].TryGetProperty("source", out _));
    }

    [Fact]
    public async Task Number429_OnTheThirdCall_TakesEffect()
    {
        for (var round = 1; round <= 2; round++)
        {
            for (var call = 0; call < 2; call++)
            {
                var refused = await _world.PostAsync(Registrations.OfSeed("000000429"));
                Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
                Assert.Equal(TimeSpan.FromSeconds(1), refused.Message.Headers.RetryAfter!.Delta);
                Assert.Equal("too_many_requests", refused.Json.GetProperty("errors")[0].GetProperty("code").GetString());
            }

            await CreateAsync("000000429");
            Assert.Equal(round, await CountAsync());
        }
    }

    private Task<JsonElement> CreateAsync(string number) => _world.CreateAsync(Registrations.OfSeed(number));

    private async Task<int> CountAsync() =>
        (await _world.ReadAsync("registrations")).GetProperty("meta").GetProperty("total_count").GetInt32();

    private async Task<IEnumerable<string>> TravelAsync(JsonElement registration)
    {
        await _world.VisitAsync(registration);
        var seen = new List<string>();
        for (var second = 0; second <= QontoWorld.SyncDuration.TotalSeconds; second++)
        {
            seen.Add(await _world.StatusAsync(QontoWorld.IdOf(registration)));
            _world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return seen.Distinct();
    }
}
