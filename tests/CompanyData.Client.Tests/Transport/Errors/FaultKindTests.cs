using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Sandbox.Faults;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>The client against each kind of fault that the sandbox knows. The clock is manual: nothing waits for real.</summary>
public class FaultKindTests
{
    private const int AllAttempts = 6;

    public static TheoryData<FaultKind> Kinds => [.. FaultKinds.All];

    [Theory]
    [InlineData(FaultKind.ConnectionRefused, ApiErrorKind.Network, AllAttempts)]
    [InlineData(FaultKind.ConnectionReset, ApiErrorKind.Network, AllAttempts)]
    [InlineData(FaultKind.AnswerLost, ApiErrorKind.Network, AllAttempts)]
    [InlineData(FaultKind.BodyReset, ApiErrorKind.Network, AllAttempts)]
    [InlineData(FaultKind.TruncatedBody, ApiErrorKind.InvalidResponse, AllAttempts)]
    [InlineData(FaultKind.TruncatedChunks, ApiErrorKind.InvalidResponse, AllAttempts)]
    [InlineData(FaultKind.EmptyBody, ApiErrorKind.InvalidResponse, AllAttempts)]
    [InlineData(FaultKind.HtmlPage, ApiErrorKind.InvalidResponse, 3)]
    [InlineData(FaultKind.HtmlAsJson, ApiErrorKind.InvalidResponse, 3)]
    [InlineData(FaultKind.BadGateway, ApiErrorKind.ServerError, AllAttempts)]
    [InlineData(FaultKind.TooManyRequestsSeconds, ApiErrorKind.RateLimited, AllAttempts)]
    [InlineData(FaultKind.TooManyRequestsDate, ApiErrorKind.RateLimited, AllAttempts)]
    [InlineData(FaultKind.TooManyRequests, ApiErrorKind.RateLimited, AllAttempts)]
    [InlineData(FaultKind.ServerError, ApiErrorKind.ServerError, AllAttempts)]
    [InlineData(FaultKind.Unavailable, ApiErrorKind.ServerError, AllAttempts)]
    [InlineData(FaultKind.GatewayTimeout, ApiErrorKind.ServerError, AllAttempts)]
    [InlineData(FaultKind.UnknownError, ApiErrorKind.ServerError, AllAttempts)]
    [InlineData(FaultKind.SlowFirstByte, ApiErrorKind.Timeout, AllAttempts)]
    [InlineData(FaultKind.SlowBody, ApiErrorKind.Timeout, AllAttempts)]
    public async Task Read_OfNothingElse_IsATypedErrorInBoundedTime(FaultKind fault, ApiErrorKind expected, int attempts)
    {
        // Drops of the slow body come every 90 seconds, each within the attempt's 100: it is the whole that has to come in time.
        using SandboxWorld world = new(options => (options.FaultRate, options.FaultKinds, options.FaultDelay) = (1, [fault], TimeSpan.FromSeconds(900)));
        DateTimeOffset started = world.Clock.GetUtcNow();

        ApiException exception = await world.FailAsync(client => client.Account.GetProfileAsync(CancellationToken.None));
        Assert.Equal((expected, attempts), (exception.Kind, exception.Attempts));
        Assert.Equal(attempts, world.Handler.FaultCounts[fault]);
        Assert.False(exception.OutcomeUnknown);
        Assert.NotNull(exception.Remedy);
        Assert.InRange(world.Clock.GetUtcNow() - started, TimeSpan.Zero, TimeSpan.FromMinutes(12));
    }

    [Theory]
    [InlineData(FaultKind.JsonAsHtml)]
    [InlineData(FaultKind.JsonAsBytes)]
    [InlineData(FaultKind.UnknownSuccess)]
    [InlineData(FaultKind.SlowFirstByte)]
    [InlineData(FaultKind.SlowBody)]
    public async Task Read_OfARightAnswerInAStrangeForm_ReadsIt(FaultKind fault)
    {
        using SandboxWorld world = new(options => (options.FaultRate, options.FaultKinds, options.FaultDelay) = (1, [fault], TimeSpan.FromSeconds(60)));

        Assert.Equal("Sandbox", (await world.RunAsync(client => client.Account.GetProfileAsync(CancellationToken.None))).Name);
        Assert.Equal(1, world.Handler.FaultCounts[fault]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Create_UnderEachFault_MakesNothingTwiceAndSaysWhereItDoesNotKnow(FaultKind fault)
    {
        using SandboxWorld world = new(options => (options.FaultRate, options.FaultKinds, options.FaultDelay) = (0.4, [fault], TimeSpan.FromSeconds(60)));
        string[] sirens = [.. Enumerable.Range(0, 20).Select(i => $"{812_000_000 + i}")];
        List<string> made = [];
        int unknown = 0;
        foreach (string siren in sirens)
        {
            try
            {
                QardUser user = await world.RunAsync(
                    client => client.Users.CreateAsync(new QardNewLegalUser { Name = "Example", Siren = siren }, null, CancellationToken.None));
                Assert.Equal(siren, user.Siren);
                made.Add(siren);
            }
            catch (ApiException exception)
            {
                Assert.NotNull(exception.Remedy);
                unknown += exception.Kind == ApiErrorKind.OutcomeUnknown ? 1 : 0;
            }
        }

        world.Options.FaultRate = 0;
        List<QardUser> users = await world.RunAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync());
        Assert.Equal(users.Select(user => user.Siren).Distinct(), users.Select(user => user.Siren));
        Assert.Empty(made.Except(users.Select(user => user.Siren)));
        Assert.InRange(made.Count + unknown, 16, 20);
        Assert.True(unknown == 0 || fault is FaultKind.ConnectionReset or FaultKind.HtmlPage or FaultKind.HtmlAsJson or FaultKind.Unavailable or FaultKind.UnknownError);
    }

    [Theory]
    [InlineData(FaultKind.DuplicateItem, 1)]
    [InlineData(FaultKind.MovedPage, 0.5)]
    public async Task List_ThatRepeatsOrMoves_IsWholeWithoutRepetitionOrAnError(FaultKind fault, double rate)
    {
        using SandboxWorld world = new(options => options.TransactionCount = 120);
        string user = await world.CommerceUserAsync();
        string?[] all = await ReadAsync(world, user);
        (world.Options.FaultRate, world.Options.FaultKinds) = (rate, [fault]);
        int whole = 0;
        for (int i = 0; i < 20; i++)
        {
            try
            {
                Assert.Equal(all, await ReadAsync(world, user));
                whole++;
            }
            catch (ApiException exception)
            {
                Assert.Equal((FaultKind.MovedPage, ApiErrorKind.InvalidResponse), (fault, exception.Kind));
                Assert.Contains("Read it again", exception.Message);
            }
        }

        Assert.True(world.Handler.FaultCounts[fault] > 5);
        Assert.InRange(whole, fault is FaultKind.MovedPage ? 1 : 20, fault is FaultKind.MovedPage ? 19 : 20);
    }

    [Fact]
    public async Task Sync_WhoseStatusStaysUnknown_IsReportedWithThatStatus()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        QardSync sync = await world.StartAsync(user);
        (world.Options.FaultRate, world.Options.FaultKinds) = (1, [FaultKind.UnknownStatus]);

        QardSyncResult result = await world.WaitAsync(sync);
        Assert.NotEmpty(result.Failures);
        Assert.All(result.Failures, failure => Assert.Contains("ON_HOLD_OF_THE_SANDBOX", failure.Reason));
    }

    private static async Task<string?[]> ReadAsync(SandboxWorld world, string user)
        => [.. (await world.RunAsync(client => client.Data.ListCommerceTransactionsAsync(user, CancellationToken.None).ReadAllAsync())).Select(item => item.Id)];
}
