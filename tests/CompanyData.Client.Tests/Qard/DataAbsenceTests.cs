using CompanyData.Client.Tests.Support;
using CompanyData.Qard;

namespace CompanyData.Client.Tests.Qard;

/// <summary>Why a user has no data: never collected, not yet, not collected, or none.</summary>
public class DataAbsenceTests
{
    [Fact]
    public async Task Explain_NoConnectionCollectsIt_SaysSo()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync(SandboxWorld.Siren, "COMPANY_PROFILE");
        string reason = await ExplainAsync(world, user, "COMPANY_OFFICER");
        Assert.Contains("was never collected: no data connection of the user collects it", reason);
        Assert.Contains("New-QardDataConnection", reason);
    }

    [Fact]
    public async Task Explain_ConnectionWaitsForConsent_NamesTheAddress()
    {
        using SandboxWorld world = new();
        await world.SetUpGoCardlessAsync();
        string user = await world.UserAsync();
        QardDataConnection connection = await world.ConnectAsync(user, "gocardless", SandboxWorld.CommerceTypes);
        Assert.Contains($"the connection to gocardless is AUTH_REQUIRED. Let the end user consent at {connection.RedirectUrl}", await ExplainAsync(world, user, "COMMERCE_TRANSACTION"));
    }

    [Fact]
    public async Task Explain_SynchronisationRuns_IsNotYetAndThenNone()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync("000000006");
        QardSync sync = await world.StartAsync(user);
        await world.Clock.AdvanceAsync(SandboxWorld.SyncDuration / 5);
        Assert.Contains("is not there yet: its synchronisation is", await ExplainAsync(world, user, "COMPANY_PROFILE"));

        await world.WaitAsync(sync);
        Assert.Matches(@"was collected \(.+\), and there is none\.$", await ExplainAsync(world, user, "COMPANY_PROFILE"));
    }

    [Theory]
    [InlineData("000000001", "COMPANY_OFFICER", "was not collected: company_legal_fr could not be read (FETCH_ERROR)")]
    [InlineData("000000002", "COMPANY_OFFICER", "requires the end user's consent again (AUTH_ERROR). Let the end user consent at")]
    [InlineData("000000003", "BENEFICIAL_OWNER", "internal error at the service (INTERNAL_ERROR)")]
    public async Task Explain_SynchronisationFailed_SaysWhyAndWhatToDo(string siren, string dataType, string expected)
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync(siren);
        await world.WaitAsync(await world.StartAsync(user));
        Assert.Contains(expected, await ExplainAsync(world, user, dataType));
    }

    [Fact]
    public async Task Explain_NeverStarted_NamesTheCommand()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        Assert.Contains($"Start-QardSync -UserId {user} -DataType COMPANY_OFFICER", await ExplainAsync(world, user, "COMPANY_OFFICER"));
    }

    [Theory]
    [InlineData(new string[0], "COMPANY_PROFILE, COMPANY_OFFICER, BENEFICIAL_OWNER")]
    [InlineData(new[] { "COMPANY_OFFICER", "COMMERCE_TRANSACTION" }, "COMPANY_OFFICER|COMMERCE_TRANSACTION")]
    [InlineData(new[] { "SOMETHING_NEW" }, "")]
    public async Task Foresee_ConnectionRevoked_NamesWhatWillNotBeCollected(string[] types, string expected)
    {
        using SandboxWorld world = new();
        string user = await world.UserAsync();
        QardDataConnection connection = await world.ConnectAsync(user);
        await world.RunAsync(client => client.Connections.ChangeAsync(
            user, connection.Id!, new QardDataConnectionChange { Status = ConnectionStatus.Disconnected }, CancellationToken.None));
        IReadOnlyList<QardSyncFailure> failures = await world.RunAsync(client => client.Syncs.ForeseeFailuresAsync(user, types, CancellationToken.None));
        Assert.Equal(expected, string.Join('|', failures.Select(failure => failure.DataType)));
    }

    private static Task<string> ExplainAsync(SandboxWorld world, string user, string dataType)
        => world.RunAsync(client => client.Data.ExplainAbsenceAsync(user, dataType, CancellationToken.None));
}
