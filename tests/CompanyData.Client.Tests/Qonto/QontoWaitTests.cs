using CompanyData.Client.Tests.Support;
using CompanyData.Qonto;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qonto;

public class QontoWaitTests
{
    [Fact]
    public async Task Wait_StatusReached_EndsWithTheRegistration()
    {
        using QontoWire wire = new();
        wire.Then(QontoWire.Registration("created"), QontoWire.Registration("pending"), QontoWire.Registration("submitted"));
        Assert.Equal("submitted", (await WaitAsync(wire, "submitted")).Status);
        Assert.Equal(3, wire.Requests.Count);
    }

    [Fact]
    public async Task Wait_LaterStatus_CountsAsReached()
    {
        using QontoWire wire = new();
        wire.Then(QontoWire.Registration("user_started"), QontoWire.Registration("completed"));
        Assert.Equal("completed", (await WaitAsync(wire, "contract_signed")).Status);
    }

    /// <summary>It may be an end: nobody should wait for ever because of it.</summary>
    [Fact]
    public async Task Wait_UnknownStatus_EndsAndNamesIt()
    {
        using QontoWire wire = new();
        wire.Then(QontoWire.Registration("created"), QontoWire.Registration("under_review")).Always(QontoWire.Registration("completed"));
        ApiException exception = await wire.FailAsync(client => WaitAsync(client, "completed"));
        Assert.Equal((ApiErrorKind.UnknownStatus, "r-1"), (exception.Kind, exception.Subject));
        Assert.Contains("'under_review'", exception.Message);
        Assert.Contains("-IgnoreStatus under_review", exception.Remedy);
        Assert.Equal(2, wire.Requests.Count);
    }

    [Fact]
    public async Task Wait_UnknownStatusThatIsIgnored_WaitsOn()
    {
        using QontoWire wire = new();
        wire.Then(QontoWire.Registration("under_review"), QontoWire.Registration("zzz"), QontoWire.Registration("completed"));
        QontoRegistration registration = await wire.RunAsync(client => client.Registrations.WaitAsync(
            "r-1", "pending", TimeSpan.FromHours(1), CancellationToken.None, ["Under_Review", "zzz"]));
        Assert.Equal("completed", registration.Status);
    }

    [Fact]
    public async Task Wait_ForAStatusThatIsNotKnown_EndsWhenItComes()
    {
        using QontoWire wire = new();
        wire.Then(QontoWire.Registration("completed"), QontoWire.Registration("archived"));
        Assert.Equal("archived", (await WaitAsync(wire, "archived")).Status);
    }

    [Fact]
    public async Task Wait_TimeUp_NamesTheStatusAndTheLink()
    {
        using QontoWire wire = new();
        wire.Always(Replies.Json("""{"registration":{"id":"r-1","status":"pending","redirection_link":"https://app.example.test/r-1"}}"""));
        ApiException exception = await wire.FailAsync(client => client.Registrations.WaitAsync("r-1", "completed", TimeSpan.FromMinutes(5), CancellationToken.None));
        Assert.Equal((ApiErrorKind.WaitTimeout, "r-1"), (exception.Kind, exception.Subject));
        Assert.Contains("still pending", exception.Message);
        Assert.Contains("https://app.example.test/r-1", exception.Remedy);
        Assert.Equal(TimeSpan.FromMinutes(5), wire.Requests[^1].At - wire.Requests[0].At);
    }

    [Fact]
    public async Task Wait_OneBadMoment_IsOutlived()
    {
        using QontoWire wire = new(maxRetries: 0);
        wire.Then(Replies.Status(503), QontoWire.Registration("pending"), Replies.Reset(), QontoWire.Registration("completed"));
        Assert.Equal("completed", (await WaitAsync(wire, "completed")).Status);
    }

    [Fact]
    public async Task Wait_RegistrationUnknown_EndsAtOnce()
    {
        using QontoWire wire = new();
        Assert.Equal(ApiErrorKind.NotFound, (await wire.Then(Replies.Status(404)).FailAsync(client => WaitAsync(client, "completed"))).Kind);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public void HasReached_AnyTwoKnown_GoesByTheirOrder()
    {
        for (int at = 0; at < QontoStatus.All.Count; at++)
        {
            for (int goal = 0; goal < QontoStatus.All.Count; goal++)
            {
                Assert.Equal(at >= goal, QontoStatus.HasReached(QontoStatus.All[at], QontoStatus.All[goal].ToUpperInvariant()));
            }
        }
    }

    [Theory]
    [InlineData(null, "created")]
    [InlineData("", "created")]
    [InlineData("novel", "created")]
    [InlineData("completed", "novel")]
    public void HasReached_UnknownOrNone_HasNot(string? status, string wanted) => Assert.False(QontoStatus.HasReached(status, wanted));

    private static Task<QontoRegistration> WaitAsync(QontoWire wire, string status) => wire.RunAsync(client => WaitAsync(client, status));

    private static Task<QontoRegistration> WaitAsync(QontoClient client, string status)
        => client.Registrations.WaitAsync("r-1", status, TimeSpan.FromHours(1), CancellationToken.None);
}
