using System.Globalization;
using System.Net;
using System.Text;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qard;

public sealed class DataTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    public static TheoryData<string, string> Paths => new()
    {
        { "company_legal_fr", "company-profile company-officers beneficial-owners articles-of-association background-check-v2 court-decisions financial-statements legal-notices registration-proof" },
        { "gocardless", "commerce-transactions commerce-subscriptions commerce-transactions-insight commerce-transactions-insights commerce-subscriptions-insight commerce-subscriptions-insights commerce-locations commerce-customers commerce-products commerce-orders" },
        { "comply_cube", "conformity-checks" },
        { "impots_gouv", "tax-returns tax-return-analysis vat-declarations corporate-taxes tax-accounts tax-clearance-certificates tax-clearance-certificate" },
        { "budget_insight", "bank-accounts bank-transactions" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task EveryPath_BeforeAndAfterASync_AnswersNothingAndThenData(string provider, string paths)
    {
        await _world.SetUpGoCardlessAsync();
        if (provider == "budget_insight")
        {
            await _world.SendAsync("PUT", $"providers/{provider}/credentials", """{"credentials":{"domain":"d","client_id":"i","client_secret":"s"}}""");
        }

        await _world.SendAsync("PUT", $"providers/{provider}", """{"enable":true}""");
        var user = await _world.CreateUserAsync();
        await _world.ConnectAsync(user, provider, "[]");
        foreach (var path in paths.Split(' '))
        {
            var before = await _world.GetAsync($"users/{user}/{path}");
            Assert.Contains(before.Status == HttpStatusCode.NoContent ? "" : before.Body, new[] { "", "[]" });
        }

        await _world.GetAsync((await _world.GetAsync($"users/{user}")).Text("redirect_url"));
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await _world.SyncAsync(user);
        _world.Clock.Advance(World.SyncDuration);

        foreach (var path in paths.Split(' '))
        {
            var after = await _world.GetAsync($"users/{user}/{path}");
            Assert.Equal(HttpStatusCode.OK, after.Status);
            Assert.True(after.Body.Length > 20 || path == "court-decisions", $"{path}: {after.Body}");
            _ = after.Json;
        }
    }

    [Theory]
    [InlineData("000000009", "ATTENTION", "pep")]
    [InlineData("123456789", "CLEAR", null)]
    public async Task ConformityChecks_WithTheSettings_AreOfOfficersAndOwnersByTheirIds(string siren, string outcome, string? tag)
    {
        await _world.SendAsync("PUT", "providers/comply_cube", """{"enable":true}""");
        await _world.SendAsync("PUT", "providers/comply_cube/settings", """{"auto_connect":true,"officers_check":true,"beneficial_owners_check":true}""");
        var user = await _world.CreateConnectedUserAsync(siren);
        await _world.ConnectAsync(user, "comply_cube", """["CONFORMITY_CHECK"]""");
        await _world.SyncAsync(user);
        _world.Clock.Advance(World.SyncDuration);

        var officers = (await _world.GetAsync($"users/{user}/company-officers")).Json.EnumerateArray().Select(item => item.GetProperty("id").GetString()).ToList();
        var owners = (await _world.GetAsync($"users/{user}/beneficial-owners")).Json.EnumerateArray().Select(item => item.GetProperty("id").GetString()).ToList();
        var checks = (await _world.GetAsync($"users/{user}/conformity-checks")).Json.EnumerateArray().ToList();

        Assert.Equal(officers, Ids("officer_id"));
        Assert.Equal(owners, Ids("beneficial_owner_id"));
        Assert.Equal(1 + officers.Count + owners.Count, checks.Count);
        var first = checks.Find(check => check.TryGetProperty("officer_id", out _));
        Assert.Equal(outcome, first.GetProperty("outcome").GetString());
        Assert.Equal(tag is null ? [] : [tag], first.GetProperty("tags").EnumerateArray().Select(item => item.GetProperty("type").GetString()));

        IEnumerable<string?> Ids(string name) => checks.Where(check => check.TryGetProperty(name, out _)).Select(check => check.GetProperty(name).GetString());
    }

    [Fact]
    public async Task BackgroundCheck_OfACompanyInAProcedure_IsNokWithCodesAndNodes()
    {
        var user = await _world.CreateSyncedUserAsync("000000010", """["BACKGROUND_CHECK_V2","LEGAL_NOTICE","COLLECTIVE_PROCEDURE"]""");
        var check = (await _world.GetAsync($"users/{user}/background-check-v2")).Json;

        Assert.Equal("NOK", check.GetProperty("acceptable").GetString());
        Assert.Equal(["FINANCIAL_DIFFICULTIES"], check.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
        Assert.Equal("000000010", check.GetProperty("details").GetProperty("nodes")[0].GetProperty("siren").GetString());
        Assert.Equal(1, (await _world.GetAsync($"users/{user}/collective-procedures")).Json.GetArrayLength());
        var notices = await _world.GetAsync($"users/{user}/legal-notices?page=1&per_page=100");
        Assert.Equal(notices.Json.GetProperty("total").GetInt32(), notices.Json.GetProperty("result").GetArrayLength());
    }

    /// <summary>As far as the provider's setting says, and twelve months without one.</summary>
    [Theory]
    [InlineData("sandbox_openbanking", "bank-transactions", "BANK_TRANSACTION", "initiated_at", 0, 12)]
    [InlineData("sandbox_openbanking", "bank-transactions", "BANK_TRANSACTION", "initiated_at", 3, 3)]
    [InlineData("sandbox_openbanking", "bank-transactions", "BANK_TRANSACTION", "initiated_at", 24, 24)]
    [InlineData("stripe", "commerce-transactions", "COMMERCE_TRANSACTION", "source_created_at", 0, 12)]
    [InlineData("stripe", "commerce-transactions", "COMMERCE_TRANSACTION", "source_created_at", 3, 3)]
    public async Task Transactions_GoBackSoManyMonths(string provider, string path, string type, string time, int setting, int months)
    {
        await _world.SendAsync("PUT", $"providers/{provider}", """{"enable":true}""");
        await _world.SendAsync("PUT", $"providers/{provider}/settings", setting == 0 ? "{}" : $$"""{"month_history":{{setting}}}""");
        var user = await _world.CreateUserAsync();
        await _world.GetAsync((await _world.ConnectAsync(user, provider, $"""["{type}"]""")).Text("redirect_url"));
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await _world.SyncAsync(user);
        _world.Clock.Advance(World.SyncDuration);

        var days = (await _world.GetAsync($"users/{user}/{path}")).Json.EnumerateArray()
            .Select(item => DateTime.Parse(item.GetProperty(time).GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var first = new DateTime(2025, 1, 1).AddMonths(-months);
        Assert.InRange(days.Min(), first, first.AddDays(20));
        Assert.True(days.Count >= months * 3, $"{days.Count}");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("\"background_check_nodes_check\":true", true)]
    public async Task BackgroundCheck_NamesExposedPersons_WhereTheSettingAsksForThem(string setting, bool isNamed)
    {
        await _world.SendAsync("PUT", "providers/comply_cube/settings", $$"""{{{setting}}}""");
        var user = await _world.CreateSyncedUserAsync("000000009", """["BACKGROUND_CHECK"]""");
        var check = (await _world.GetAsync($"users/{user}/background-check-v2")).Json;
        Assert.Equal(isNamed, check.GetProperty("reasons").EnumerateArray().Any(reason => reason.GetString() == "PEP"));
        Assert.True(!isNamed || check.GetProperty("acceptable").GetString() == "NOK");
    }

    [Fact]
    public async Task AllOfficers_AreTheOfficersInAnEnvelope()
    {
        var user = await _world.CreateSyncedUserAsync();
        Assert.Equal(
            (await _world.GetAsync($"users/{user}/company-officers")).Body,
            (await _world.GetAsync($"users/{user}/company-officers/all")).Json.GetProperty("result").GetRawText());
    }

    [Fact]
    public async Task TaxReturn_ByItsId_IsTheOneOfTheList()
    {
        await _world.SendAsync("PUT", "providers/sandbox_private", """{"enable":true}""");
        var user = await _world.CreateUserAsync();
        await _world.GetAsync((await _world.ConnectAsync(user, "sandbox_private", """["TAX_RETURN"]""")).Text("redirect_url"));
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await _world.SyncAsync(user);
        _world.Clock.Advance(World.SyncDuration);

        var second = (await _world.GetAsync($"users/{user}/tax-returns")).Json[1];
        var one = await _world.GetAsync($"users/{user}/tax-returns/{second.GetProperty("id").GetString()}");
        Assert.Equal(second.GetRawText(), one.Body);
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync($"users/{user}/tax-returns/nobody")).Status);
    }

    [Fact]
    public async Task Profile_BeforeTheFirstSync_Is204()
    {
        var user = await _world.CreateConnectedUserAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await _world.GetAsync($"users/{user}/company-profile")).Status);
    }

    [Fact]
    public async Task Profile_AfterASync_HasTheFieldsOfTheDocs()
    {
        var user = await _world.CreateSyncedUserAsync();
        var profile = await _world.GetAsync($"users/{user}/company-profile");

        Assert.Equal(
            [
                "name", "acronym_name", "business_names", "commercial_names", "registration_number", "vat_number",
                "registration_date", "insee_closing_date", "rncs_registration_date", "rncs_closing_date",
                "registration_court", "activity", "business_category", "staff", "staff_year", "capital", "legal", "headquarter",
            ],
            profile.Json.EnumerateObject().Select(field => field.Name));
        Assert.Equal("Example Company SAS", profile.Text("name"));
        Assert.Equal("123456789", profile.Text("registration_number"));
        Assert.Equal("FR32123456789", profile.Text("vat_number"));
        Assert.Equal("EUR", profile.Json.GetProperty("capital").GetProperty("amount").GetProperty("currency").GetString());
    }

    [Fact]
    public async Task CompanyData_OfTheSameSiren_IsTheSameInEveryOrderOfCalls()
    {
        var first = await ReadAsync(_world, await _world.CreateSyncedUserAsync());
        using var other = new World();
        await other.CreateSyncedUserAsync("987654321");

        Assert.Equal(first, await ReadAsync(other, await other.CreateSyncedUserAsync()));
    }

    [Fact]
    public async Task CompanyData_WithAnotherSeed_IsAnother()
    {
        using var other = new World(options => options.Seed = 2);
        Assert.NotEqual(
            await ReadAsync(_world, await _world.CreateSyncedUserAsync()),
            await ReadAsync(other, await other.CreateSyncedUserAsync()));
    }

    [Fact]
    public async Task OfficersAndOwners_OfManyCompanies_AreOneToFiveAndOneToFour()
    {
        var officers = new List<int>();
        var owners = new List<int>();
        var withoutAuditors = new List<int>();
        for (var i = 0; i < 60; i++)
        {
            var user = await _world.CreateSyncedUserAsync($"{300000000 + i}");
            officers.Add((await _world.GetAsync($"users/{user}/company-officers")).Json.GetArrayLength());
            withoutAuditors.Add((await _world.GetAsync($"users/{user}/company-officers?exclude_auditors=1")).Json.GetArrayLength());
            owners.Add((await _world.GetAsync($"users/{user}/beneficial-owners")).Json.GetArrayLength());
        }

        Assert.Equal([1, 2, 3, 4, 5], officers.Distinct().Order());
        Assert.Equal([1, 2, 3, 4], owners.Distinct().Order());
        Assert.True(withoutAuditors.Sum() < officers.Sum());
        Assert.DoesNotContain(0, withoutAuditors);
    }

    [Fact]
    public async Task Text_WithAccents_TravelsAsUtf8()
    {
        var user = await _world.CreateUserAsync(name: "Société d'Été");
        await _world.ConnectAsync(user);
        await _world.SyncAsync(user);
        _world.Clock.Advance(World.SyncDuration);

        Assert.Contains("Société d'Été", (await _world.GetAsync($"users/{user}/company-profile")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acts_OfSomeCompanies_Are404AndOfOthersAList()
    {
        var statuses = new HashSet<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
        {
            var user = await _world.CreateSyncedUserAsync($"{400000000 + i}", """["ACT"]""");
            statuses.Add((await _world.GetAsync($"users/{user}/acts")).Status);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], statuses.Order());
    }

    [Fact]
    public async Task File_NamedByARow_IsAPdfWithAName()
    {
        var user = await _world.CreateSyncedUserAsync(types: """["ARTICLES_OF_ASSOCIATION"]""");
        var id = (await _world.GetAsync($"users/{user}/articles-of-association")).Json[0].GetProperty("file_id").GetString()!;

        using var response = await _world.Client.GetAsync($"file/{id}");
        var pdf = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"document-{id[..8]}.pdf", response.Content.Headers.ContentDisposition!.FileName);
        var text = Encoding.ASCII.GetString(pdf);
        Assert.StartsWith("%PDF-1.4", text, StringComparison.Ordinal);
        var start = int.Parse(text.Split("startxref\n")[1].Split('\n')[0], CultureInfo.InvariantCulture);
        Assert.StartsWith("xref", text[start..], StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(World world, string user) =>
        (await world.GetAsync($"users/{user}/company-profile")).Body
        + (await world.GetAsync($"users/{user}/company-officers")).Body
        + (await world.GetAsync($"users/{user}/beneficial-owners")).Body;
}
