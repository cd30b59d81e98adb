using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Support;
using CompanyData.Qonto;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qonto;

public class QontoClientTests
{
    [Fact]
    public async Task Create_Draft_SendsItAndReadsTheAnswer()
    {
        using QontoWire wire = new();
        wire.Then(Replies.Json(
            """
            {"registration":{"id":"r-1","status":"created","redirection_link":"https://app.example.test/r-1","created_at":"2024-01-15T10:30:00.123+01:00",
             "flow":{"type":"manual","breakdown":[{"code":"c","detail":"d","source":{"pointer":"/stakeholders/0"}}]},"novel":{"x":1}}}
            """,
            201));
        QontoRegistration registration = await wire.CreateAsync();
        Assert.Equal(("r-1", "r-1", "created"), (registration.Id, registration.RegistrationId, registration.Status));
        Assert.Equal("https://app.example.test/r-1", registration.RedirectionLink);
        Assert.Equal(new DateTimeOffset(2024, 1, 15, 10, 30, 0, 123, TimeSpan.FromHours(1)), registration.CreatedAt);
        Assert.Equal(("manual", "/stakeholders/0"), (registration.Flow!.Type, Assert.Single(registration.Flow.Breakdown).Source!.Pointer));
        Assert.Contains("novel", registration.GetAdditionalFields().Keys);

        RecordedRequest request = Assert.Single(wire.Requests);
        Assert.Equal(("POST", "/register/registrations"), (request.Method, request.Path));
        Assert.True(JsonNode.DeepEquals(SampleRegistrations.One(), JsonNode.Parse(request.Body!)));
    }

    [Fact]
    public async Task Create_LostAnswer_IsSentOnceAndItsOutcomeIsUnknown()
    {
        using QontoWire wire = new();
        ApiException exception = await wire.Always(Replies.Reset()).FailToCreateAsync();
        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.True(exception.OutcomeUnknown);
        Assert.Contains("Get-QontoRegistration", exception.Remedy);
        Assert.Equal("123456789", exception.Subject);
        Assert.Single(wire.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task Create_ServerError_IsSentOnceAndItsOutcomeIsUnknown(int status)
    {
        using QontoWire wire = new();
        ApiException exception = await wire.Always(Replies.Status(status)).FailToCreateAsync();
        Assert.Equal((ApiErrorKind.OutcomeUnknown, status), (exception.Kind, (int)exception.StatusCode!));
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Create_NoAnswerInTime_IsSentOnceAndItsOutcomeIsUnknown()
    {
        using QontoWire wire = new();
        Assert.Equal(ApiErrorKind.OutcomeUnknown, (await wire.Always(Replies.Hang()).FailToCreateAsync()).Kind);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Create_TooManyRequestsOrNoConnection_IsSentAgain()
    {
        using QontoWire wire = new();
        wire.Then(Replies.RetryAfter("3"), Replies.Refused(), QontoWire.Registration("created", 201));
        Assert.Equal("r-1", (await wire.CreateAsync()).Id);
        Assert.Equal(3, wire.Requests.Count);
        Assert.Equal(wire.Requests[0].Body, wire.Requests[2].Body);
        Assert.True(wire.Requests[1].At - wire.Requests[0].At >= TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Create_UnreadableSuccess_SaysThatItMayHaveBeenMade()
    {
        using QontoWire wire = new();
        ApiException exception = await wire.Always(Replies.Json("""{"registration":{"id":"r-""", 201)).FailToCreateAsync();
        Assert.True(exception.OutcomeUnknown);
        Assert.Single(wire.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"registration":null}""")]
    [InlineData("""{"something":{"id":"r-1"}}""")]
    public async Task Get_AnswerWithoutARegistration_IsAnError(string body)
    {
        using QontoWire wire = new();
        Assert.Equal(ApiErrorKind.InvalidResponse, (await wire.Then(Replies.Json(body)).FailToReadAsync()).Kind);
    }

    [Fact]
    public async Task List_NullInPlaceOfAnItem_IsAnError()
    {
        using QontoWire wire = new(maxRetries: 0);
        ApiException exception = await wire.Then(Replies.Json("""{"registrations":[{"id":"r-1"},null]}""")).FailAsync(
            client => client.Registrations.ListAsync(CancellationToken.None).ReadAllAsync());
        Assert.Equal(ApiErrorKind.InvalidResponse, exception.Kind);
        Assert.Contains("null instead of an item", exception.Message);
    }

    [Fact]
    public async Task Get_IdOfStrangeCharacters_StaysInItsPlace()
    {
        using QontoWire wire = new();
        await wire.Then(QontoWire.Registration()).RunAsync(client => client.Registrations.GetAsync("a/b?c#d", CancellationToken.None));
        Assert.Equal("/register/registrations/a%2Fb%3Fc%23d", Assert.Single(wire.Requests).Path);
    }

    [Theory]
    [InlineData("\"0.10\"", "0.10")]
    [InlineData("0.10", "0.10")]
    [InlineData("1023.43", "1023.43")]
    [InlineData("12345678901234567890.12", "12345678901234567890.12")]
    [InlineData("\"12345678901234567890123456789012.34\"", "12345678901234567890123456789012.34")]
    [InlineData("1e2", "1e2")]
    public async Task Get_Amounts_KeepEveryDigit(string json, string expected)
    {
        using QontoWire wire = new();
        wire.Then(Replies.Json("""
            {"registration":{"id":"r-1","organization":{"total_capital_amount":{"currency":"EUR","value":#,"extra":[1]}},
             "stakeholders":[{"capital_amount":#,"legal_entities":[{"legal_name":"Example","capital_amount":#}]}]}}
            """.Replace("#", json)));
        QontoRegistration registration = await wire.ReadAsync();
        Assert.Equal(new QontoAmount(expected, "EUR"), registration.Organization!.TotalCapitalAmount);
        Assert.Equal(new QontoAmount(expected, null), Assert.Single(registration.Stakeholders).CapitalAmount);
        Assert.Equal(expected, Assert.Single(registration.Stakeholders[0].LegalEntities!).CapitalAmount);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"value":null,"currency":"EUR"}""")]
    [InlineData("""{"currency":"EUR"}""")]
    public async Task Get_AmountWithoutValue_IsNone(string json)
    {
        using QontoWire wire = new();
        wire.Then(Replies.Json("""{"registration":{"id":"r-1","organization":{"total_capital_amount":#}}}""".Replace("#", json)));
        Assert.Null((await wire.ReadAsync()).Organization!.TotalCapitalAmount);
    }

    [Fact]
    public async Task List_SeveralPages_ReadsAllByTheirMeta()
    {
        using QontoWire wire = new();
        List<QontoRegistration> all = await wire.Then(QontoWire.Page(1, 3, 5, "a", "b"), QontoWire.Page(2, 3, 5, "c", "d"), QontoWire.Page(3, 3, 5, "e")).ListAsync();
        Assert.Equal(["a", "b", "c", "d", "e"], all.Select(registration => registration.Id!));
        Assert.Equal(["?page=1&per_page=100", "?page=2&per_page=100", "?page=3&per_page=100"], wire.Requests.Select(request => request.Uri.Query));
    }

    [Fact]
    public async Task List_Empty_IsEmpty()
    {
        using QontoWire wire = new();
        Assert.Empty(await wire.Then(QontoWire.Page(1, 0, 0)).ListAsync());
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task List_PageThatComesAgain_IsAnError()
    {
        using QontoWire wire = new(maxRetries: 0);
        wire.Then(QontoWire.Page(1, 2, 4, "a", "b"), QontoWire.Page(1, 2, 4, "a", "b"));
        Assert.Contains("page 2 was requested", (await wire.FailAsync(client => client.Registrations.ListAsync(CancellationToken.None).ReadAllAsync())).Message);
    }

    [Fact]
    public async Task List_FewerThanAnnounced_IsAnError()
    {
        using QontoWire wire = new(maxRetries: 0);
        wire.Then(QontoWire.Page(1, 1, 3, "a", "b"));
        Assert.Contains("2 of 3", (await wire.FailAsync(client => client.Registrations.ListAsync(CancellationToken.None).ReadAllAsync())).Message);
    }

    [Fact]
    public async Task List_AnswerWithoutAList_IsAnError()
    {
        using QontoWire wire = new(maxRetries: 0);
        Assert.Contains("no list", (await wire.Then(Replies.Json("""{"meta":{}}""")).FailAsync(client => client.Registrations.ListAsync(CancellationToken.None).ReadAllAsync())).Message);
    }

    [Fact]
    public async Task Events_Page_IsRead()
    {
        using QontoWire wire = new();
        wire.Then(Replies.Json("""{"events":[{"id":"e-1","event_type":"registrations.completed","payload":{"x":1}}],"meta":{"current_page":1,"total_pages":1,"total_count":1}}"""));
        QontoEvent entry = Assert.Single(await wire.RunAsync(client => client.Events.ListAsync(CancellationToken.None).ReadAllAsync()));
        Assert.Equal("registrations.completed", entry.ToString());
        Assert.Contains("payload", entry.GetAdditionalFields().Keys);
    }

    [Fact]
    public async Task SendOwnerEmail_LostAnswer_IsSentOnceAndItsOutcomeIsUnknown()
    {
        using QontoWire wire = new();
        ApiException exception = await wire.Always(Replies.Reset()).FailAsync(client => client.Registrations.SendOwnerEmailAsync("r-1", CancellationToken.None));
        Assert.Equal((ApiErrorKind.OutcomeUnknown, "r-1"), (exception.Kind, exception.Subject));
        Assert.Equal("/register/registrations/r-1/trigger_owner_email", Assert.Single(wire.Requests).Path);
    }
}
