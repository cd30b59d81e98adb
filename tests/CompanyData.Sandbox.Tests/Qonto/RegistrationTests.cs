using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qonto;

public sealed class RegistrationTests : IDisposable
{
    private readonly QontoWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Create_WithTheRequestOfTheSeed_AnswersAPendingRegistration()
    {
        var registration = await _world.CreateAsync(Registrations.OfSeed());

        Assert.Equal("existing_company", registration.GetProperty("legal_flow").GetString());
        Assert.Equal("seamless", registration.GetProperty("flow").GetProperty("type").GetString());
        Assert.Empty(registration.GetProperty("flow").GetProperty("breakdown").EnumerateArray());
        Assert.Equal("pending", registration.GetProperty("status").GetString());
        Assert.Equal("en", registration.GetProperty("locale").GetString());
        Assert.Equal("2024-01-15T10:30:00.000Z", registration.GetProperty("created_at").GetString());
        Assert.Equal("2024-01-15T10:30:00.000Z", registration.GetProperty("updated_at").GetString());
        Assert.Equal("123232323", registration.GetProperty("organization").GetProperty("legal_number").GetString());
        Assert.Equal("Doe", registration.GetProperty("partner_user").GetProperty("last_name").GetString());
        Assert.True(registration.GetProperty("id").TryGetGuid(out _));
        Assert.StartsWith("https://sandbox.test/qonto/onboarding/", registration.GetProperty("redirection_link").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_OfANewCompany_EchoesAmountsDigitByDigit()
    {
        var body = Registrations.Creation().With("/organization/total_capital_amount/value", "\"123456789012345678901234567890.10\"");

        var registration = await _world.CreateAsync(body);

        Assert.Equal(
            """{"value":"123456789012345678901234567890.10","currency":"EUR"}""",
            registration.GetProperty("organization").GetProperty("total_capital_amount").GetRawText());
        var stakeholders = registration.GetProperty("stakeholders");
        Assert.Equal("1000.10", stakeholders[0].GetProperty("capital_amount").GetProperty("value").GetString());
        Assert.Equal(JsonValueKind.Null, stakeholders[1].GetProperty("shareholding_type").ValueKind);
        var entities = stakeholders[1].GetProperty("legal_entities");
        Assert.Equal("23.330", entities[0].GetProperty("capital_amount").GetString());
        Assert.Equal(123456789, entities[0].GetProperty("legal_number").GetInt32());
        Assert.True(entities[1].GetProperty("id").TryGetGuid(out _));
        Assert.True(stakeholders[0].GetProperty("id").TryGetGuid(out _));
    }

    [Fact]
    public async Task Create_WithFieldsThatNobodyKnows_IsMade()
    {
        var body = Registrations.Creation().With("/new_field", "{\"a\":[1]}").With("/stakeholders/0/new_field", "1");
        Assert.Equal(HttpStatusCode.Created, (await _world.PostAsync(body)).Status);
    }

    [Fact]
    public async Task Create_Twice_MakesTwo()
    {
        var first = await _world.CreateAsync(Registrations.OfSeed());
        var second = await _world.CreateAsync(Registrations.OfSeed());

        Assert.NotEqual(QontoWorld.IdOf(first), QontoWorld.IdOf(second));
        Assert.Equal(2, (await _world.ReadAsync("registrations")).GetProperty("meta").GetProperty("total_count").GetInt32());
    }

    [Fact]
    public async Task Create_ForAFreelancerOrAGermanCompany_IsMade()
    {
        Assert.Equal("seamless", FlowType(await _world.CreateAsync(Registrations.Freelancer())));
        Assert.Equal("seamless", FlowType(await _world.CreateAsync(Registrations.German())));
    }

    [Theory]
    [InlineData("/stakeholders/0/birth_date")]
    [InlineData("/stakeholders/0/residence_address")]
    [InlineData("/organization/legal_name")]
    [InlineData("/organization/total_capital_amount")]
    public async Task Create_WithAGap_IsManualAndSaysWhy(string place)
    {
        var registration = await _world.CreateAsync(Registrations.Creation().With(place, null));

        Assert.Equal("manual", FlowType(registration));
        var entry = Assert.Single(registration.GetProperty("flow").GetProperty("breakdown").EnumerateArray());
        Assert.Equal("missing_field", entry.GetProperty("code").GetString());
        Assert.NotEmpty(entry.GetProperty("detail").GetString()!);
        Assert.Equal(place, entry.GetProperty("source").GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity)]
    public async Task Create_WithoutARegistration_IsRefused(string body, HttpStatusCode expected) =>
        Assert.Equal(expected, (await _world.SendAsync("POST", "registrations", body)).Status);

    [Fact]
    public async Task Read_OfOne_AnswersWhatCreatingDid()
    {
        var created = await _world.CreateAsync(Registrations.Creation());
        Assert.Equal(created.GetRawText(), (await _world.RegistrationAsync(QontoWorld.IdOf(created))).GetRawText());
    }

    [Theory]
    [InlineData("registrations/00000000-0000-4000-8000-000000000000")]
    [InlineData("registrations/nobody")]
    [InlineData("parties")]
    public async Task Read_OfNothing_IsNotFound(string path)
    {
        var answer = await _world.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("not_found", answer.Json.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Remove_OfOne_IsNotAllowed()
    {
        var id = QontoWorld.IdOf(await _world.CreateAsync(Registrations.OfSeed()));
        var answer = await _world.SendAsync("DELETE", $"registrations/{id}");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal(["GET"], answer.Message.Content.Headers.Allow);
    }

    [Fact]
    public async Task List_OverItsPages_HasEachOnceNewestFirst()
    {
        var ids = new List<string>();
        for (var i = 0; i < 30; i++)
        {
            ids.Insert(0, QontoWorld.IdOf(await _world.CreateAsync(Registrations.OfSeed())));
        }

        var first = await _world.ReadAsync("registrations");
        var second = await _world.ReadAsync("registrations?page=2");
        Assert.Equal(ids, Ids(first).Concat(Ids(second)));
        Assert.Equal(
            """{"current_page":1,"next_page":2,"prev_page":null,"total_pages":2,"total_count":30,"per_page":25}""",
            first.GetProperty("meta").GetRawText());
        Assert.Equal(
            """{"current_page":2,"next_page":null,"prev_page":1,"total_pages":2,"total_count":30,"per_page":25}""",
            second.GetProperty("meta").GetRawText());
        Assert.Equal(ids.Skip(20).Take(10), Ids(await _world.ReadAsync("registrations?page=3&per_page=10")));
        Assert.Empty(Ids(await _world.ReadAsync("registrations?page=9")));
    }

    [Fact]
    public async Task List_OfAPageThatIsNone_NamesTheParameter()
    {
        var answer = await _world.GetAsync("registrations?page=0");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("page", answer.Json.GetProperty("errors")[0].GetProperty("source").GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task List_WithStrictFlows_HasCompanyCreationsOnly()
    {
        _world.Options.QontoStrictFlows = true;
        await _world.CreateAsync(Registrations.OfSeed());
        var creation = await _world.CreateAsync(Registrations.Creation());

        Assert.Equal([QontoWorld.IdOf(creation)], Ids(await _world.ReadAsync("registrations")));
    }

    [Fact]
    public async Task OwnerEmail_ForCompanyCreationsOnly_IsSent()
    {
        var creation = QontoWorld.IdOf(await _world.CreateAsync(Registrations.Creation()));
        var existing = QontoWorld.IdOf(await _world.CreateAsync(Registrations.OfSeed()));

        Assert.Equal(HttpStatusCode.NoContent, (await _world.SendAsync("POST", $"registrations/{creation}/trigger_owner_email")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _world.SendAsync("POST", $"registrations/{existing}/trigger_owner_email")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _world.SendAsync("POST", "registrations/nobody/trigger_owner_email")).Status);
    }

    private static string FlowType(JsonElement registration) => registration.GetProperty("flow").GetProperty("type").GetString()!;

    private static IEnumerable<string> Ids(JsonElement page) =>
        page.GetProperty("registrations").EnumerateArray().Select(QontoWorld.IdOf);
}
