using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Qard;

namespace CompanyData.Client.Tests.Collection;

/// <summary>What the next attempt makes of what the journal knows of a company that is not complete.</summary>
public sealed class SecondAttemptTests : IDisposable
{
    private static readonly CompanyRequest Company = new(SandboxWorld.Siren, "One");
    private readonly JournalWorld _world = new();

    public void Dispose() => _world.Dispose();

    /// <summary>The second attempt knows user and connection; only a company without a name has to be asked for it.</summary>
    [Theory]
    [InlineData("One", 0)]
    [InlineData(null, 1)]
    public async Task Collect_APartialCompany_ListsNoUserAgain(string? name, int lists)
    {
        await PartialRunAsync();
        int before = _world.Sandbox.Trouble.CountOf("GET", "/users");
        CompanyDossier dossier = Assert.Single(await _world.RunAsync([new(Company.Siren, name)]));
        Assert.Equal((DossierStatus.Complete, "One", lists), (dossier.Status, dossier.Name, _world.Sandbox.Trouble.CountOf("GET", "/users") - before));
    }

    /// <summary>What the journal knows is so no more: the service refuses to synchronise it.</summary>
    [Theory]
    [InlineData(404)]
    [InlineData(422)]
    public async Task Collect_APartialCompanyCannotBeSynchronised_FindsItAnew(int status)
    {
        CompanyRequest[] failing = [new("000000001", "Failing")];
        await _world.RunAsync(failing);
        int before = _world.Sandbox.Trouble.CountOf("GET", "/users");
        _world.Sandbox.Trouble.Next("POST", "/sync", TroubleHandler.Answer(status));
        Assert.Equal(DossierStatus.Partial, Assert.Single(await _world.RunAsync(failing)).Status);
        Assert.Equal((before + 1, 3), (_world.Sandbox.Trouble.CountOf("GET", "/users"), _world.Sandbox.Trouble.CountOf("POST", "/sync")));
    }

    [Fact]
    public async Task Collect_APartialCompanyCannotBeRead_IsFailedAtItsUser()
    {
        await PartialRunAsync();
        _world.Sandbox.Trouble.Next("GET", "/sync/latest", TroubleHandler.Answer(422));
        DossierFailure failure = Assert.Single(Assert.Single(await _world.RunAsync([Company])).Failures);
        Assert.Equal(("User", "QardInvalid"), (failure.Step, failure.Code));
    }

    /// <summary>Another connection or another user may have other data, so the next attempt lists them again.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Journal_TellsThatThereIsNoOtherConnection(int connections, bool isOnly)
    {
        string user = await _world.Sandbox.ConnectedUserAsync();
        if (connections == 2)
        {
            await _world.Sandbox.RunAsync(client => client.Account.EnableProviderAsync(SandboxWorld.Bank, true, CancellationToken.None));
            await _world.Sandbox.ConnectAsync(user, SandboxWorld.Bank, "BANK_ACCOUNT");
        }

        await _world.RunAsync([Company]);
        Assert.Equal(isOnly, Assert.Single(_world.Lines, line => line.Contains("\"step\":\"connection\"", StringComparison.Ordinal)).Contains("\"only\":true", StringComparison.Ordinal));
    }

    private async Task PartialRunAsync()
    {
        _world.Sandbox.Trouble.Next("GET", "company-officers", TroubleHandler.Answer(400));
        Assert.Equal(DossierStatus.Partial, Assert.Single(await _world.RunAsync([Company])).Status);
    }
}
