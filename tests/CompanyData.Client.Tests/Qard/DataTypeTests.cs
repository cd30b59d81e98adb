using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qard;

public class DataTypeTests
{
    [Theory]
    [InlineData("COMMERCE_TRANSACTION_INSIGHT", "commerce-transactions-insight", "commerce-transactions-insights")]
    [InlineData("COMMERCE_SUBSCRIPTION_INSIGHT", "commerce-subscriptions-insight", "commerce-subscriptions-insights")]
    [InlineData("TAX_CLEARANCE_CERTIFICATE", "tax-clearance-certificates", "tax-clearance-certificate")]
    public async Task List_PathIsNotThere_TriesTheOtherSpellingAndRemembersIt(string type, string first, string other)
    {
        using Wire wire = new();
        wire.Then(Replies.Status(404), Replies.Json("[]"), Replies.Json("[]"));
        await ListAsync(wire, type);
        await ListAsync(wire, type);
        Assert.Equal([first, other, other], wire.Requests.Select(request => request.Path.Split('/')[^1].Split('?')[0]));
    }

    [Fact]
    public async Task List_NeitherSpellingIsThere_FailsAsTheFirstAndRemembersNothing()
    {
        using Wire wire = new();
        wire.Always(Replies.Status(404));
        Assert.Equal(ApiErrorKind.NotFound, (await wire.FailAsync(client => client.Data.ListAsync("u-1", "TAX_CLEARANCE_CERTIFICATE", CancellationToken.None).ReadAllAsync())).Kind);
        await wire.FailAsync(client => client.Data.ListAsync("u-1", "TAX_CLEARANCE_CERTIFICATE", CancellationToken.None).ReadAllAsync());
        Assert.EndsWith("certificates", wire.Requests[0].Path);
        Assert.EndsWith("certificates", wire.Requests[2].Path);
    }

    [Theory]
    [InlineData("ACT", 404)]
    [InlineData("TAX_CLEARANCE_CERTIFICATE", 403)]
    public async Task List_OtherFailure_IsNotAskedForElsewhere(string type, int status)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Replies.Status(status));
        await wire.FailAsync(client => client.Data.ListAsync("u-1", type, CancellationToken.None).ReadAllAsync());
        Assert.Single(wire.Requests);
    }

    [Theory]
    [InlineData("BACKGROUND_CHECK")]
    [InlineData("BACKGROUND_CHECK_V2")]
    public async Task List_BackgroundCheck_IsOneObjectWithCodesAndNodes(string type)
    {
        using Wire wire = new();
        wire.Then(Replies.Json(
            """
            {"acceptable":"NOK","reasons":["PEP","NOVEL"],"warnings":[],"ratio":0.5,
             "details":{"nodes":[{"id":"n-1","siren":"123456789","name":"Exemple","type":"COMPANY","pcl":{"judgment_nature":"x"}}],"links":[{"a":1}]}}
            """));
        QardBackgroundCheck check = Assert.IsType<QardBackgroundCheck>(Assert.Single(await ListAsync(wire, type)));
        Assert.Equal(("NOK", type, "u-1", 0.5m), (check.Acceptable, check.DataType, check.UserId, check.Ratio));
        Assert.Equal(["PEP", "NOVEL"], check.Reasons);
        Assert.Equal(("n-1", "judgment_nature=x"), (check.Details!.Nodes[0].Id, check.Details.Nodes[0].Pcl!.ToString()));
        Assert.EndsWith("/users/u-1/background-check-v2", wire.Requests[0].Path);
    }

    [Fact]
    public async Task List_AcceptableIsAFlag_ReadsAsText()
    {
        using Wire wire = new();
        wire.Then(Replies.Json("""{"acceptable":true}"""));
        Assert.Equal("true", ((QardBackgroundCheck)(await ListAsync(wire, "BACKGROUND_CHECK"))[0]).Acceptable);
    }

    [Fact]
    public async Task List_LegalNotices_AreReadPageByPage()
    {
        using Wire wire = new();
        wire.Then(
            Replies.Json("""{"total":2,"per_page":1,"current_page":1,"last_page":2,"result":[{"id":"l-1","date":"2024-01-02","event":"Immatriculation"}]}"""),
            Replies.Json("""{"total":2,"per_page":1,"current_page":2,"last_page":2,"result":[{"id":"l-2","link":"https://example.test/"}]}"""));
        List<QardUserData> notices = await ListAsync(wire, "LEGAL_NOTICE");
        Assert.Equal(["l-1", "l-2"], notices.Cast<QardLegalNotice>().Select(notice => notice.Id));
        Assert.Contains("/legal-notices?page=1", wire.Requests[0].Uri.PathAndQuery);
    }

    [Fact]
    public async Task List_TaxReturn_HasItsValues()
    {
        using Wire wire = new();
        wire.Then(Replies.Json(
            """[{"id":"t-1","closing_date":"2023-12-31","type":"C","revenue":{"value":10.5,"currency":"EUR"},"net_profit":-3,"tax_return_values":[{"code":"FL","values":[1,"2"]}]}]"""));
        QardTaxReturn item = (QardTaxReturn)(await ListAsync(wire, "TAX_RETURN"))[0];
        Assert.Equal((10.5m, -3m), (item.Revenue!.Value, item.NetProfit!.Value));
        Assert.Equal("FL=1; 2", item.TaxReturnValues.ToString());
    }

    [Theory]
    [InlineData("TAX_RETURN", "tax-returns")]
    [InlineData("VAT_DECLARATION", "vat-declarations")]
    [InlineData("CORPORATE_TAX", "corporate-taxes")]
    public async Task Get_OneItem_IsReadByItsId(string type, string path)
    {
        using Wire wire = new();
        wire.Then(Replies.Json("""{"id":"i 1"}"""));
        QardUserData item = await wire.RunAsync(client => client.Data.GetAsync("u-1", type, "i 1", CancellationToken.None));
        Assert.Equal(("u-1", type), (item.UserId, ((QardDataItem)item).DataType));
        Assert.EndsWith($"/users/u-1/{path}/i%201", wire.Requests[0].Path);
    }

    [Fact]
    public async Task Get_TypeWithoutItems_IsRefused()
    {
        using Wire wire = new();
        await Assert.ThrowsAsync<ArgumentException>(() => wire.RunAsync(client => client.Data.GetAsync("u-1", "ACT", "a-1", CancellationToken.None)));
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task ConformityChecks_KnowWhomTheyAreAbout()
    {
        using Wire wire = new();
        wire.Then(
            Replies.Json(
                """
                [{"id":"1","outcome":"ATTENTION","officer_id":"o-1","first_name":"x","tags":[{"type":"pep","title":"Liste"}]},
                 {"id":"2","outcome":"CLEAR","beneficial_owner_id":"b-1"},{"id":"3","outcome":"CLEAR","name":"As checked"},
                 {"id":"4","outcome":"CLEAR","officer_id":"o-gone","first_name":"Sacha","last_name":"Modele"}]
                """),
            Replies.Json("""[{"id":"o-1","first_name":"Camille","last_name":"Exemple"}]"""),
            Replies.Json("""[{"id":"b-1","first_name":"Alix","last_name":"Modele"}]"""),
            Replies.Status(404));
        List<QardConformityCheck> checks = await wire.RunAsync(client => client.Data.ListConformityChecksAsync("u-1", CancellationToken.None).ReadAllAsync());
        Assert.Equal(
            [("Officer", "Camille Exemple"), ("BeneficialOwner", "Alix Modele"), ("Company", "As checked"), ("Officer", "Sacha Modele")],
            checks.Select(check => (check.SubjectType, check.Subject)));
        Assert.Equal("Liste", checks[0].Tags.ToString());
    }

    [Theory]
    [InlineData("""["A","B"]""")]
    [InlineData("""{"result":[{"name":"A","severity":1},"B"]}""")]
    public async Task Notifications_TextOrObjects_HaveNames(string answer)
    {
        using Wire wire = new();
        wire.Then(Replies.Json(answer));
        List<QardNotification> alerts = await wire.RunAsync(client => client.Account.ListNotificationsAsync(CancellationToken.None).ReadAllAsync());
        Assert.Equal(["A", "B"], alerts.Select(alert => alert.Name));
        Assert.EndsWith("/notification", wire.Requests[0].Path);
    }

    /// <summary>The paths of the two others are not published.</summary>
    [Fact]
    public void Paths_AreInTheTableOfCalls()
    {
        string calls = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "api", "calls.md"));
        IEnumerable<string> paths = QardDataType.All.SelectMany(type => new[] { type.Path, type.OtherPath }).OfType<string>().Distinct();
        Assert.Equal(["collective-procedures", "registration-proof"], paths.Where(path => !calls.Contains($"GET /users/{{u}}/{path}", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true, "company-officers/all")]
    [InlineData(false, "company-officers")]
    public async Task Officers_AreReadFromTheListThatWasAskedFor(bool all, string path)
    {
        using Wire wire = new();
        wire.Then(Replies.Json("""{"result":[{"id":"o-1","name":"A"}]}"""));
        List<QardCompanyOfficer> officers = await wire.RunAsync(client => (all
            ? client.Data.ListAllCompanyOfficersAsync("u-1", CancellationToken.None)
            : client.Data.ListCompanyOfficersAsync("u-1", excludeAuditors: false, CancellationToken.None)).ReadAllAsync());
        Assert.Equal("o-1", Assert.Single(officers).Id);
        Assert.EndsWith($"users/u-1/{path}", Assert.Single(wire.Requests).Path.Split('?')[0]);
    }

    [Fact]
    public async Task Client_IsReadAtItsOwnPath()
    {
        using Wire wire = new();
        wire.Then(Replies.Json("""{"name":"Sandbox","email":"s@example.test"}"""));
        Assert.Equal("s@example.test", (await wire.RunAsync(client => client.Account.GetClientAsync(CancellationToken.None))).Email);
        Assert.EndsWith("/clients", Assert.Single(wire.Requests).Path);
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string here = "") => here;

    private static Task<List<QardUserData>> ListAsync(Wire wire, string type)
        => wire.RunAsync(client => client.Data.ListAsync("u-1", type, CancellationToken.None).ReadAllAsync());
}
