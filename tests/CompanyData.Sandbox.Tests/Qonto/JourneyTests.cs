using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qonto;

public sealed class JourneyTests : IDisposable
{
    private static readonly string[] OfExisting = ["user_started", "price_plan_selected", "contract_signed", "completed"];

    private static readonly string[] OfCreation =
    [
        "user_started", "price_plan_selected", "contract_signed", "submitted", "capital_deposit_activated",
        "capital_deposit_request_signed", "capital_deposit_certificate_signed", "completed",
    ];

    private readonly QontoWorld _world = new();

    public void Dispose() => _world.Dispose();

    public static TheoryData<bool> Flows => [true, false];

    [Fact]
    public async Task Registration_WhoseLinkNobodyVisits_StaysPending()
    {
        var id = QontoWorld.IdOf(await _world.CreateAsync(Registrations.OfSeed()));
        _world.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal("pending", await _world.StatusAsync(id));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Registration_OnceTheLinkIsVisited_GoesThroughItsStatuses(bool isCreation)
    {
        var created = await _world.CreateAsync(Body(isCreation));
        var seen = await TravelAsync(created);
        Assert.Equal(isCreation ? OfCreation : OfExisting, seen);
    }

    [Fact]
    public async Task Creation_HasAnEventForTheStatementOfItsDeposit()
    {
        await _world.VisitAsync(await _world.CreateAsync(Registrations.Creation()));
        _world.Clock.Advance(QontoWorld.SyncDuration);
        var events = (await _world.ReadAsync("events?per_page=100")).GetProperty("events").EnumerateArray().Select(item => item.GetProperty("event_type").GetString()).ToList();
        Assert.Equal(["registrations.capital_deposit_certificate_signed", "registrations.capital_deposit_statement_ready", "registrations.completed"], events.TakeLast(3));
    }

    [Fact]
    public async Task Registration_OnTheWay_ChangesUpdatedAtOnly()
    {
        var created = await _world.CreateAsync(Registrations.Creation());
        _world.Clock.Advance(TimeSpan.FromSeconds(5));
        await _world.VisitAsync(created);
        _world.Clock.Advance(TimeSpan.FromSeconds(12));

        var read = await _world.RegistrationAsync(QontoWorld.IdOf(created));
        Assert.Equal("price_plan_selected", read.GetProperty("status").GetString());
        Assert.Equal("2024-01-15T10:30:00.000Z", read.GetProperty("created_at").GetString());
        Assert.Equal("2024-01-15T10:30:15.000Z", read.GetProperty("updated_at").GetString());
    }

    [Fact]
    public async Task Link_VisitedAgain_ChangesNothing()
    {
        var created = await _world.CreateAsync(Registrations.OfSeed());
        await _world.VisitAsync(created);
        _world.Clock.Advance(QontoWorld.SyncDuration);
        var page = await _world.VisitAsync(created);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("text/html", page.Message.Content.Headers.ContentType!.MediaType);
        Assert.Equal("completed", await _world.StatusAsync(QontoWorld.IdOf(created)));
    }

    [Fact]
    public async Task Link_OfNobody_IsAPageOf404() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync("/qonto/onboarding/registrations/nobody")).Status);

    [Fact]
    public async Task Registration_WithoutADuration_IsCompletedAtOnce()
    {
        using var world = new QontoWorld(options => options.SyncDuration = TimeSpan.Zero);
        var created = await world.CreateAsync(Registrations.Creation());
        await world.VisitAsync(created);
        Assert.Equal("completed", await world.StatusAsync(QontoWorld.IdOf(created)));
    }

    [Fact]
    public async Task Creation_WhoseDocumentsAreMissing_IsManualOnceTheOwnerIsThere()
    {
        var created = await _world.CreateAsync(Registrations.Creation());
        Assert.Equal("seamless", FlowType(created));
        await _world.VisitAsync(created);

        var flow = (await _world.RegistrationAsync(QontoWorld.IdOf(created))).GetProperty("flow");
        Assert.Equal("manual", flow.GetProperty("type").GetString());
        Assert.Equal(["missing_file", "missing_file"], flow.GetProperty("breakdown").EnumerateArray().Select(entry => entry.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Creation_WhoseDocumentsCameFirst_StaysSeamless()
    {
        var created = await _world.CreateAsync(Registrations.Creation());
        var id = QontoWorld.IdOf(created);
        foreach (var type in new[] { "organization-by-laws", "stakeholder-proof-of-identity" })
        {
            Assert.Equal(HttpStatusCode.Created, (await _world.UploadAsync(id, type)).Status);
        }

        await _world.VisitAsync(created);
        Assert.Equal("seamless", FlowType(await _world.RegistrationAsync(id)));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Events_OfAJourney_TellOfEachStatus(bool isCreation)
    {
        var created = await _world.CreateAsync(Body(isCreation));
        Assert.Equal(["registrations.pending"], await EventTypesAsync());
        await TravelAsync(created);

        string[] expected = ["pending", .. isCreation ? OfCreation[..^1] : OfExisting[..^1], .. isCreation ? ["capital_deposit_statement_ready"] : Array.Empty<string>(), "completed"];
        Assert.Equal(expected.Select(what => $"registrations.{what}"), await EventTypesAsync());
        var events = (await _world.ReadAsync("events")).GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(events.Count, events.Select(item => item.GetProperty("id").GetGuid()).Distinct().Count());
        Assert.All(events, item => Assert.Equal("registration", item.GetProperty("resource_type").GetString()));
        Assert.All(events, item => Assert.Equal(QontoWorld.IdOf(created), item.GetProperty("resource_id").GetString()));
        Assert.Equal("2024-01-15T10:30:00Z", events[0].GetProperty("created_at").GetString());
        Assert.Equal("2024-01-15T10:31:10Z", events[^1].GetProperty("created_at").GetString());
    }

    [Fact]
    public async Task Events_OverTheirPages_ComeOnceInTheOrderOfTime()
    {
        for (var i = 0; i < 4; i++)
        {
            await _world.VisitAsync(await _world.CreateAsync(Registrations.Creation()));
            _world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        _world.Clock.Advance(QontoWorld.SyncDuration);
        var first = await _world.ReadAsync("events");
        var second = await _world.ReadAsync("events?page=2");
        var events = first.GetProperty("events").EnumerateArray().Concat(second.GetProperty("events").EnumerateArray()).ToList();

        Assert.Equal(40, first.GetProperty("meta").GetProperty("total_count").GetInt32());
        Assert.Equal(25, first.GetProperty("events").GetArrayLength());
        Assert.Equal(40, events.Select(item => item.GetProperty("id").GetGuid()).Distinct().Count());
        var times = events.Select(item => item.GetProperty("created_at").GetDateTimeOffset()).ToList();
        Assert.Equal(times.Order(), times);
        Assert.Empty((await _world.ReadAsync("events?page=3")).GetProperty("events").EnumerateArray());
    }

    private static JsonNode Body(bool isCreation) => isCreation ? Registrations.Creation() : Registrations.OfSeed();

    private static string FlowType(JsonElement registration) => registration.GetProperty("flow").GetProperty("type").GetString()!;

    private async Task<IEnumerable<string?>> EventTypesAsync() => (await _world.ReadAsync("events")).GetProperty("events")
        .EnumerateArray().Select(item => item.GetProperty("event_type").GetString());

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
