using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qard;

/// <summary>Users are not unique: a create that is repeated blindly makes a second one.</summary>
public class NewUserTests
{
    private static readonly QardNewLegalUser Company = new() { Name = "Example Company SAS", Siren = SandboxWorld.Siren };

    /// <summary>After half a second, after another, after two more, and once more when five are over.</summary>
    private static readonly string[] Looks = ["GET", "GET", "GET", "GET"];

    public static TheoryData<string> LostAnswers => ["reset", "hang", "502", "504"];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task Create_TookEffectButTheAnswerIsLost_GivesTheUserAndPostsOnce(string how)
    {
        using SandboxWorld world = new();
        world.Trouble.Next("POST", "users/legal", Lose(how));

        QardUser user = await world.RunAsync(client => client.Users.CreateAsync(Company, null, CancellationToken.None));
        QardUser only = Assert.Single(await UsersAsync(world));
        Assert.Equal(only.Id, user.Id);
        Assert.Equal(1, world.Trouble.CountOf("POST"));
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task Create_AnswerLostWhereTheSirenHadUsersBefore_GivesTheNewOne(string how)
    {
        using SandboxWorld world = new();
        string first = await world.UserAsync();
        string second = await world.UserAsync();
        world.Trouble.Next("POST", "users/legal", Lose(how));

        QardUser user = await world.RunAsync(client => client.Users.CreateAsync(Company, null, CancellationToken.None));
        Assert.DoesNotContain(user.Id, new[] { first, second });
        Assert.Equal(3, (await UsersAsync(world)).Count);
    }

    [Fact]
    public async Task Create_AnswerLostWhereOtherSirensContainThisOne_TakesTheExactMatch()
    {
        using SandboxWorld world = new();
        QardNewLegalUser foreign = new() { Name = "Foreign", Siren = $"9{SandboxWorld.Siren}9", Country = "BE" };
        await world.RunAsync(client => client.Users.CreateAsync(foreign, null, CancellationToken.None));
        world.Trouble.Next("POST", "users/legal", async (send, token) =>
        {
            // While this answer is lost, somebody creates another company whose number the service's filter finds as well.
            (await send()).Dispose();
            using HttpRequestMessage other = new(HttpMethod.Post, "https://sandbox.test/qard/api/v6/users/legal")
            {
                Content = new StringContent($$"""{"name":"Later","siren":"{{SandboxWorld.Siren}}8","country":"BE"}"""),
            };
            other.Headers.Add("X-API-KEY", world.Options.QardApiKey);
            using HttpMessageInvoker invoker = new(world.Handler, disposeHandler: false);
            (await invoker.SendAsync(other, token)).Dispose();
            throw Replies.ResetException();
        });

        QardUser user = await world.RunAsync(client => client.Users.CreateAsync(Company, null, CancellationToken.None));
        Assert.Equal("Example Company SAS", user.Name);
        Assert.Equal(SandboxWorld.Siren, user.Siren);
    }

    [Fact]
    public async Task Create_ServerErrorWithoutEffect_LooksUntilItWouldShowAndCreatesAgain()
    {
        using SandboxWorld world = new();
        world.Trouble.Next("POST", "users/legal", TroubleHandler.Answer(500), TroubleHandler.Answer(500));

        QardUser user = await world.RunAsync(client => client.Users.CreateAsync(Company, null, CancellationToken.None));
        Assert.Equal(user.Id, Assert.Single(await UsersAsync(world)).Id);
        Assert.Equal(3, world.Trouble.CountOf("POST"));
        Assert.Equal(["GET", "POST", .. Looks, "POST", .. Looks, "POST"], world.Trouble.Requests.SkipLast(1).Select(request => request.Method));
    }

    /// <summary>Neither a gateway nor a connection that broke says whether the service got the request, or will yet.</summary>
    [Theory]
    [InlineData("reset")]
    [InlineData("408")]
    [InlineData("502")]
    [InlineData("503")]
    [InlineData("504")]
    [InlineData("520")]
    [InlineData("599")]
    [InlineData("html")]
    [InlineData("empty")]
    public async Task Create_NothingSaysWhetherItTookEffect_IsNeverSentAgain(string how)
    {
        using SandboxWorld world = new();
        world.Trouble.Next("POST", "users/legal", how switch
        {
            "reset" => TroubleHandler.LoseRequest,
            "html" => (_, _) => Task.FromResult(new HttpResponseMessage { Content = new StringContent("<h1>Sign in</h1>") }),
            "empty" => TroubleHandler.Answer(200),
            _ => TroubleHandler.Answer(int.Parse(how)),
        });
        DateTimeOffset began = world.Clock.GetUtcNow();

        AssertUnknown(await world.FailAsync(client => client.Users.CreateAsync(Company, null, CancellationToken.None)));
        Assert.Equal(["GET", "POST", .. Looks], world.Trouble.Requests.Select(request => request.Method));
        Assert.Equal(TimeSpan.FromSeconds(5), world.Clock.GetUtcNow() - began);
    }

    /// <summary>The README's limit: a list shows what is new within five seconds.</summary>
    [Theory]
    [InlineData("reset")]
    [InlineData("502")]
    [InlineData("503")]
    [InlineData("504")]
    [InlineData("408")]
    [InlineData("500")]
    [InlineData("empty")]
    public async Task Create_ShowsInTheListOnlyAfterFiveSeconds_IsFoundAndPostedOnce(string how)
    {
        using SandboxWorld world = new();
        world.Trouble.Next("POST", "users/legal", Lose(how));
        TroubleHandler.Trouble nothing = (_, _) => Task.FromResult(new HttpResponseMessage { Content = new StringContent("[]") });
        world.Trouble.Next("GET", "users", [async (send, _) => await send(), .. Enumerable.Repeat(nothing, Looks.Length - 1)]);

        QardUser user = await world.RunAsync(client => client.Users.CreateAsync(Company, null, CancellationToken.None));
        Assert.Equal(1, world.Trouble.CountOf("POST"));
        Assert.Equal(user.Id, Assert.Single(await UsersAsync(world)).Id);
    }

    [Fact]
    public async Task Create_TwoAppearedSince_OutcomeIsUnknown()
    {
        using SandboxWorld world = new();
        QardUser[] none = [];
        await world.UserAsync();
        world.Trouble.Next("POST", "users/legal", TroubleHandler.LoseAnswer);

        // The caller knew of no user; one was there all the same, and now there are two.
        ApiException exception = await world.FailAsync(client => client.Users.CreateAsync(Company, none, CancellationToken.None));
        AssertUnknown(exception);
        Assert.Contains("2 have appeared", exception.Remedy);
        Assert.Equal(2, world.Trouble.CountOf("POST"));
    }

    [Fact]
    public async Task Create_LookUpFails_OutcomeIsUnknownAndSaysHowToFindOut()
    {
        using SandboxWorld world = new(maxRetries: 0);
        world.Trouble.Next("POST", "users/legal", TroubleHandler.LoseAnswer);
        world.Trouble.Next("GET", "users", async (send, _) => await send(), TroubleHandler.Answer(503));

        AssertUnknown(await world.FailAsync(client => client.Users.CreateAsync(Company, null, CancellationToken.None)));
        Assert.Equal(1, world.Trouble.CountOf("POST"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Create_EveryRequestIsLost_EndsWithOutcomeUnknown(int maxRetries)
    {
        using SandboxWorld world = new(maxRetries: maxRetries);
        world.Trouble.Next("POST", "users/legal", [.. Enumerable.Repeat(TroubleHandler.LoseRequest, 50)]);

        AssertUnknown(await world.FailAsync(client => client.Users.CreateAsync(Company, null, CancellationToken.None)));
        Assert.Equal(1, world.Trouble.CountOf("POST"));
    }

    [Fact]
    public async Task Create_UserWithoutSiren_OutcomeIsUnknownAtOnce()
    {
        using SandboxWorld world = new();
        world.Trouble.Next("POST", "users/legal", TroubleHandler.LoseAnswer);
        QardNewLegalUser foreign = new() { Name = "O'Brien Ltd", Country = "IE" };

        ApiException exception = await world.FailAsync(client => client.Users.CreateAsync(foreign, null, CancellationToken.None));
        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.True(exception.OutcomeUnknown);
        Assert.Equal("O'Brien Ltd", exception.Subject);
        Assert.Equal("Check with: Get-QardUser | Where-Object Name -eq 'O''Brien Ltd'", exception.Remedy);
        Assert.Equal(1, world.Trouble.CountOf("POST"));
    }

    [Fact]
    public async Task Create_Refused_IsNotLookedUp()
    {
        using SandboxWorld world = new();
        world.Trouble.Next("POST", "users/legal", TroubleHandler.Answer(422));

        Assert.Equal(ApiErrorKind.Invalid, (await world.FailAsync(client => client.Users.CreateAsync(Company, [], CancellationToken.None))).Kind);
        Assert.Equal(["POST"], world.Trouble.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData("12345678")]
    [InlineData("1234567890")]
    [InlineData("12345678a")]
    [InlineData("١٢٣٤٥٦٧٨٩")]
    [InlineData("")]
    public async Task Create_NotASiren_IsRefusedBeforeAnyCall(string siren)
    {
        using SandboxWorld world = new();
        await Assert.ThrowsAsync<ArgumentException>(
            () => world.Client.Users.CreateAsync(new QardNewLegalUser { Name = "Example", Siren = siren }, null, CancellationToken.None));
        Assert.Empty(world.Trouble.Requests);
    }

    [Theory]
    [InlineData(" 123 456 789 ", "123456789")]
    [InlineData("123\u00a0456\u202f789", "123456789")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void Normalize_SpacesBetweenTheDigits_AreTakenOut(string? text, string? expected) => Assert.Equal(expected, SirenNumber.Normalize(text));

    private static TroubleHandler.Trouble Lose(string how) => how switch
    {
        "reset" => TroubleHandler.LoseAnswer,
        "hang" => TroubleHandler.LoseAnswerSilently,
        "empty" => TroubleHandler.AnswerAfterwards(200),
        _ => TroubleHandler.AnswerAfterwards(int.Parse(how)),
    };

    private static Task<List<QardUser>> UsersAsync(SandboxWorld world)
        => world.RunAsync(client => client.Users.ListBySirenAsync(SandboxWorld.Siren, CancellationToken.None).ReadAllAsync());

    private static void AssertUnknown(ApiException exception)
    {
        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.True(exception.OutcomeUnknown);
        Assert.Equal(SandboxWorld.Siren, exception.Subject);
        Assert.Contains("Whether it took effect is unknown", exception.Message);
        Assert.Contains($"Get-QardUser -Siren {SandboxWorld.Siren}", exception.Remedy);
    }
}
