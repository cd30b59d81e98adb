using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Qard;

namespace CompanyData.Client.Tests.Collection;

/// <summary>A service that fails at every fifth request, and runs that are killed.</summary>
public sealed class FaultyRunsTests : IDisposable
{
    private const int Companies = 200;
    private const int MostRuns = 6;
    private readonly JournalWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 5)]
    public async Task Run_UntilAllIsComplete_LosesNothingAndMakesNothingTwice(int seed, int kills)
    {
        Random random = new(seed);
        CompanyRequest[] companies = [.. Enumerable.Range(0, Companies).Select(i => new CompanyRequest($"{812_000_000 + (i * 37)}", $"Company {i}"))];
        _world.Sandbox.Options.Seed = seed;
        _world.Sandbox.Options.FaultRate = 0.2;
        for (int kill = 0; kill < kills; kill++)
        {
            await _world.KilledRunAsync(companies, KillSwitch.Nth(random.Next(1, Companies * 6)), takesEffect: random.Next(2) == 0);
        }

        List<CompanyDossier> dossiers = [];
        for (int run = 0; run < MostRuns && (run == 0 || _world.Read().Values.Any(company => company.State != JournalState.Complete)); run++)
        {
            dossiers.AddRange(await _world.RunAsync(companies));
            Assert.All(_world.Read().Values, company => Assert.True(company.State == JournalState.Complete || company.LastError is { Length: > 0 }));
        }

        _world.Sandbox.Options.FaultRate = 0;
        await _world.AssertAllCompleteAsync(companies);
        Dictionary<string, string?> sirens = (await _world.UsersAsync()).ToDictionary(user => user.Id!, user => user.Siren);
        Assert.All(dossiers.Where(dossier => dossier.Status == DossierStatus.Complete), dossier =>
        {
            Assert.Equal(dossier.Siren, sirens[dossier.UserId!]);
            Assert.Equal(dossier.Siren, dossier.Profile!.RegistrationNumber);
            Assert.All<QardUserData>([.. dossier.Officers, .. dossier.BeneficialOwners, dossier.Profile], item => Assert.Equal(dossier.UserId, item.UserId));
        });
    }
}
