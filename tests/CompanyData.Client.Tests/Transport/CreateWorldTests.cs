using CompanyData.Client.Tests.Powens;
using CompanyData.Client.Tests.Qonto;
using CompanyData.Client.Tests.Support;
using CompanyData.Powens;
using CompanyData.Qonto;
using CompanyData.Sandbox;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>
/// Creates at Powens and Qonto in worlds of their own, against the sandbox and in virtual time. Whatever happens to one, it takes effect
/// at most once; who is told that it failed, and not that its outcome is unknown, finds nothing.
/// </summary>
public sealed class CreateWorldTests : IDisposable
{
    private const int Worlds = 250;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task PowensConnection_WhateverHappens_IsMadeOnceOrSaysThatItIsUnknown() => ExploreAsync(
        (world, handler) => new PowensClient(OptionsOf(world, handler, SandboxHandler.PowensPath), new() { UserToken = new(world.Options.PowensUserToken) }),
        _ => Task.FromResult("me"),
        async (client, user) => [.. (await client.Connections.ListAsync(user, [], CancellationToken.None).ReadAllAsync()).Select(connection => connection.Id!)],
        async (client, user) => (await client.Connections.CreateAsync(user, "1", PowensWire.Fields("right"), false, CancellationToken.None)).Id!);

    [Fact]
    public async Task QontoFile_WhateverHappens_IsAddedOnceOrSaysThatItIsUnknown()
    {
        string path = Path.Combine(_folder.FullName, "kbis.pdf");
        await File.WriteAllTextAsync(path, "%PDF-1.4", TestContext.Current.CancellationToken);
        await ExploreAsync(
            CreateQonto,
            async client => (await client.Registrations.CreateAsync(QontoWire.Creation, CancellationToken.None)).Id!,
            async (client, registration) => [.. (await client.Files.ListAsync(registration, CancellationToken.None).ReadAllAsync()).Select(file => file.Id!)],
            async (client, registration) => (await client.Files.AddAsync(registration, new(path, "organization-kbis", null), CancellationToken.None)).Id!);
    }

    [Fact]
    public Task QontoRegistration_WhateverHappens_IsMadeOnceOrSaysThatItIsUnknown() => ExploreAsync(
        CreateQonto,
        _ => Task.FromResult(string.Empty),
        async (client, _) => [.. (await client.Registrations.ListAsync(CancellationToken.None).ReadAllAsync()).Select(registration => registration.Id!)],
        async (client, _) => (await client.Registrations.CreateAsync(QontoWire.Creation, CancellationToken.None)).Id!);

    private static QontoClient CreateQonto(SandboxWorld world, HttpMessageHandler handler) => new(
        OptionsOf(world, handler, SandboxHandler.QontoPath),
        new() { Token = new(world.Options.QontoToken), PartnerId = world.Options.QontoPartnerId, StagingToken = new(world.Options.QontoStagingToken) },
        QontoOAuthNames.Default);

    private static ServiceOptions OptionsOf(SandboxWorld world, HttpMessageHandler handler, string path)
        => new() { BaseUri = new(SandboxOptions.Origin, path), Time = world.Clock, Handler = handler };

    private static async Task ExploreAsync<TClient>(
        Func<SandboxWorld, HttpMessageHandler, TClient> open,
        Func<TClient, Task<string>> prepare,
        Func<TClient, string, Task<string[]>> list,
        Func<TClient, string, Task<string>> create)
        where TClient : IDisposable
    {
        Dictionary<string, int> ends = new() { ["made"] = 0, ["unknown"] = 0, ["failed"] = 0 };
        for (int seed = 1; seed <= Worlds; seed++)
        {
            using SandboxWorld world = new();
            using CreateWire wire = new(world.Handler, world.Clock, seed);
            using TClient calm = open(world, world.Handler);
            using TClient client = open(world, wire);
            string owner = await world.Clock.RunAsync(() => prepare(calm));
            string[] before = await world.Clock.RunAsync(() => list(calm, owner));
            string? id = null;
            ApiException? failure = null;
            try
            {
                id = await world.Clock.RunAsync(() => create(client, owner));
            }
            catch (ApiException exception)
            {
                failure = exception;
            }

            await world.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
            string[] made = [.. (await world.Clock.RunAsync(() => list(calm, owner))).Except(before)];
            ends[id is not null ? "made" : failure!.OutcomeUnknown ? "unknown" : "failed"]++;
            string story = $"{wire.Story}; {made.Length} made; {id ?? failure!.Message}";
            Assert.True(made.Length <= 1, story);
            Assert.True(id is null || made.SequenceEqual([id]), story);
            Assert.True(failure is null or { OutcomeUnknown: true } || made.Length == 0, story);
        }

        // A world in which nothing goes wrong shows nothing.
        Assert.True(ends["made"] > Worlds / 10 && ends["unknown"] > Worlds / 10, string.Join(", ", ends));
    }
}
