using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Collection;

/// <summary>A service that fails at every fifth request, in every way it can.</summary>
public class FaultyCollectionTests
{
    private const int Companies = 50;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 8)]
    [InlineData(3, 8)]
    [InlineData(4, 50)]
    public async Task Collect_EveryFifthRequestFails_EachEndsAndNothingIsMixedUpOrMadeTwice(int seed, int sideBySide)
    {
        using SandboxWorld world = new(options =>
        {
            options.Seed = seed;
            options.FaultRate = 0.2;
        });
        CompanyRequest[] companies = [.. Enumerable.Range(0, Companies).Select(i => new CompanyRequest($"{812_000_000 + (i * 37)}", $"Company {i}"))];

        CompanyDossier[] dossiers = await world.RunAsync(client => CollectAsync(new(client, new()), companies, sideBySide));

        world.Options.FaultRate = 0;
        List<QardUser> users = await world.RunAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync());
        Assert.Equal(users.Select(user => user.Siren).Distinct().Order(), users.Select(user => user.Siren).Order());
        Assert.Equal(companies.Select(company => company.Siren), dossiers.Select(dossier => dossier.Siren));
        Assert.All(dossiers, dossier => AssertSound(dossier, users));

        // A create of which nobody knows whether it took effect is not sent again; the next run looks first.
        int unknown = dossiers.Count(dossier => dossier.Failures.Any(failure => failure.Code == "QardOutcomeUnknown"));
        Assert.InRange(dossiers.Count(dossier => dossier.Status == DossierStatus.Complete) + unknown, Companies * 8 / 10, Companies);
    }

    private static async Task<CompanyDossier[]> CollectAsync(CompanyCollector collector, CompanyRequest[] companies, int sideBySide)
    {
        using SemaphoreSlim room = new(sideBySide);
        return await Task.WhenAll(companies.Select(async company =>
        {
            await room.WaitAsync().ConfigureAwait(false);
            try
            {
                return await collector.CollectAsync(company, null, CancellationToken.None).ConfigureAwait(false);
            }
            finally
            {
                room.Release();
            }
        })).ConfigureAwait(false);
    }

    private static void AssertSound(CompanyDossier dossier, List<QardUser> users)
    {
        if (dossier.Status != DossierStatus.Complete)
        {
            Assert.All(dossier.Failures, failure => Assert.False(string.IsNullOrWhiteSpace(failure.Reason)));
            return;
        }

        Assert.Equal(dossier.Siren, users.Single(user => user.Id == dossier.UserId).Siren);
        Assert.Equal(dossier.Siren, dossier.Profile!.RegistrationNumber);
        Assert.Equal(dossier.Name, dossier.Profile.Name);
        Assert.NotEmpty(dossier.Officers);
        Assert.NotEmpty(dossier.BeneficialOwners);
        Assert.All(dossier.Officers, officer => Assert.Equal(dossier.UserId, officer.UserId));
        Assert.All(dossier.BeneficialOwners, owner => Assert.Equal(dossier.UserId, owner.UserId));
    }
}
