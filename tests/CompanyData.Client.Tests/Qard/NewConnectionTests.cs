using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qard;

public class NewConnectionTests
{
    [Fact]
    public async Task Create_AnswerLost_FindsTheConnection()
    {
        using SandboxWorld world = new();
        string user = await world.UserAsync();
        world.Trouble.Next("POST", "data-connections", TroubleHandler.LoseAnswer);

        QardDataConnection connection = await world.ConnectAsync(user);
        Assert.Equal(SandboxWorld.Register, connection.ProviderName);
        Assert.Equal(user, connection.UserId);
        Assert.Equal(SandboxWorld.CompanyTypes, connection.RequestedDataTypes);
        Assert.Equal(1, world.Trouble.CountOf("POST", "data-connections"));
    }

    /// <summary>A user may have several connections to one provider: an older one is not the result of a create that was lost.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Create_AnswerLostWhereThereIsOneAlready_NeverTakesTheOlderOne(bool takesEffect)
    {
        using SandboxWorld world = new();
        await world.RunAsync(client => client.Account.EnableProviderAsync(SandboxWorld.Bank, true, CancellationToken.None));
        string user = await world.UserAsync();
        QardDataConnection older = await world.ConnectAsync(user, SandboxWorld.Bank, "BANK_ACCOUNT");
        world.Trouble.Next("POST", "data-connections", takesEffect ? TroubleHandler.LoseAnswer : TroubleHandler.LoseRequest);

        if (takesEffect)
        {
            Assert.NotEqual(older.Id, (await world.ConnectAsync(user, SandboxWorld.Bank, "BANK_ACCOUNT")).Id);
        }
        else
        {
            Assert.Equal(ApiErrorKind.OutcomeUnknown, (await FailAsync(world, user, SandboxWorld.Bank, "BANK_ACCOUNT")).Kind);
        }

        Assert.Equal(2, world.Trouble.CountOf("POST", "data-connections"));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Create_GatewayAnsweredWithoutEffect_IsNeverSentAgain(int status)
    {
        using SandboxWorld world = new();
        string user = await world.UserAsync();
        world.Trouble.Next("POST", "data-connections", TroubleHandler.Answer(status));

        ApiException exception = await FailAsync(world, user, SandboxWorld.Register);
        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.Equal($"Check with: Get-QardDataConnection -UserId {user}", exception.Remedy);
        Assert.Equal(1, world.Trouble.CountOf("POST", "data-connections"));
    }

    [Fact]
    public async Task Create_ServerErrorWithoutEffect_CreatesAgain()
    {
        using SandboxWorld world = new();
        string user = await world.UserAsync();
        world.Trouble.Next("POST", "data-connections", TroubleHandler.Answer(500));

        Assert.Equal(ConnectionStatus.Connected, (await world.ConnectAsync(user)).Status);
        Assert.Equal(2, world.Trouble.CountOf("POST", "data-connections"));
    }

    [Fact]
    public async Task Create_LookUpFails_OutcomeIsUnknownAndSaysHowToFindOut()
    {
        using SandboxWorld world = new(maxRetries: 0);
        string user = await world.UserAsync();
        world.Trouble.Next("POST", "data-connections", TroubleHandler.LoseAnswer);
        world.Trouble.Next("GET", "data-connections", async (send, _) => await send(), TroubleHandler.Answer(500));

        ApiException exception = await FailAsync(world, user, SandboxWorld.Register);
        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.Equal($"Check with: Get-QardDataConnection -UserId {user}", exception.Remedy);
    }

    [Fact]
    public async Task Create_ThereIsOneAlready_IsAConflictThatSaysWhatToDo()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();

        ApiException exception = await FailAsync(world, user, SandboxWorld.Register);
        Assert.Equal(ApiErrorKind.Conflict, exception.Kind);
        Assert.Equal(409, (int)exception.StatusCode!);
        Assert.Equal(user, exception.Subject);
        Assert.Contains(SandboxWorld.Register, exception.Message);
        Assert.Contains($"Get-QardDataConnection -UserId {user} -ProviderName {SandboxWorld.Register}", exception.Remedy);
        Assert.Contains("Set-QardDataConnection", exception.Remedy);
        Assert.NotNull(exception.RequestId);
    }

    [Fact]
    public async Task Create_ProviderIsNotEnabled_NamesTheCommandThatMendsIt()
    {
        using SandboxWorld world = new();
        ApiException exception = await FailAsync(world, await world.UserAsync(), "sandbox_public");
        Assert.Equal(ApiErrorKind.ProviderNotReady, exception.Kind);
        Assert.Equal("sandbox_public", exception.Subject);
        Assert.Contains("not enabled", exception.Message);
        Assert.Equal("Run Enable-QardProvider -Name sandbox_public.", exception.Remedy);
    }

    [Fact]
    public async Task Create_ProviderLacksCredentials_NamesTheCommandThatMendsIt()
    {
        using SandboxWorld world = new();
        ApiException exception = await FailAsync(world, await world.UserAsync(), "gocardless", "COMMERCE_TRANSACTION");
        Assert.Equal(ApiErrorKind.ProviderNotReady, exception.Kind);
        Assert.Contains("client_secret", exception.Message);
        Assert.Contains("Set-GoCardlessCredential", exception.Remedy);
    }

    [Fact]
    public async Task Create_AnotherProviderLacksCredentials_NamesBothCommands()
    {
        using Wire wire = new();
        wire.Then(
            Replies.Json("[]"),
            Replies.Json("""{"error_message":"No."}""", 422),
            Replies.Json("""[{"name":"stripe","enabled":false,"credentials_config":["api_key"]}]"""));
        ApiException exception = await wire.FailAsync(client => client.Connections.CreateAsync(
            "u", new QardNewDataConnection { ProviderName = "stripe", RequestedDataTypes = [] }, CancellationToken.None));
        Assert.Equal(ApiErrorKind.ProviderNotReady, exception.Kind);
        Assert.Equal("Run Set-QardProviderCredential -Name stripe, then Enable-QardProvider -Name stripe.", exception.Remedy);
    }

    [Fact]
    public async Task Create_UnknownProvider_IsNotFoundWithItsName()
    {
        using SandboxWorld world = new();
        ApiException exception = await FailAsync(world, await world.UserAsync(), "company_legal_xx");
        Assert.Equal(ApiErrorKind.NotFound, exception.Kind);
        Assert.Equal("company_legal_xx", exception.Subject);
        Assert.Contains("there is no provider 'company_legal_xx'", exception.Message);
        Assert.Contains("Get-QardProvider", exception.Remedy);
    }

    [Fact]
    public async Task Create_UnknownUser_IsNotFoundWithItsId()
    {
        using SandboxWorld world = new();
        ApiException exception = await FailAsync(world, "nobody", SandboxWorld.Register);
        Assert.Equal(ApiErrorKind.NotFound, exception.Kind);
        Assert.Equal("nobody", exception.Subject);
        Assert.Contains("nobody", exception.Message);
    }

    [Fact]
    public async Task Create_TypeThatTheProviderHasNot_KeepsTheServicesWords()
    {
        using SandboxWorld world = new();
        ApiException exception = await FailAsync(world, await world.UserAsync(), SandboxWorld.Register, "BANK_ACCOUNT");
        Assert.Equal(ApiErrorKind.Invalid, exception.Kind);
        Assert.Contains("BANK_ACCOUNT", exception.Message);
    }

    [Fact]
    public async Task Create_ListOfProvidersFailsToo_KeepsTheFirstError()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.Json("[]"), Replies.Json("""{"error_message":"No such thing."}""", 404), Replies.Status(500));
        ApiException exception = await wire.FailAsync(client => client.Connections.CreateAsync(
            "u", new QardNewDataConnection { ProviderName = "stripe", RequestedDataTypes = [] }, CancellationToken.None));
        Assert.Equal(ApiErrorKind.NotFound, exception.Kind);
        Assert.Contains("No such thing", exception.Message);
    }

    private static Task<ApiException> FailAsync(SandboxWorld world, string user, string provider, params string[] types)
        => Assert.ThrowsAsync<ApiException>(() => world.ConnectAsync(user, provider, types));
}
