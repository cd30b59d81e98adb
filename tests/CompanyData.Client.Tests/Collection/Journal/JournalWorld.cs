using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Sandbox;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Collection;

/// <summary>A sandbox that outlives the runs against it, and a journal.</summary>
internal sealed class JournalWorld : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");

    public JournalWorld() => JournalPath = Path.Combine(_folder.FullName, "run.jsonl");

    public SandboxWorld Sandbox { get; } = new();

    public string JournalPath { get; }

    public string Text => File.ReadAllText(JournalPath);

    public string[] Lines => File.ReadAllLines(JournalPath);

    public CollectionJournal Open(CollectionOptions? options = null, bool force = false, CollectionShard? shard = null)
        => CollectionJournal.Open(JournalPath, options ?? new(), Sandbox.Client.BaseUri, shard, force, Sandbox.Clock);

    /// <summary>How the journal is refused: the file is named, and what to do.</summary>
    public JournalException Refusal(CollectionOptions? options = null)
    {
        JournalException refusal = Assert.Throws<JournalException>(() => Open(options).Dispose());
        Assert.Contains(JournalPath, refusal.Message);
        Assert.NotEmpty(refusal.Remedy);
        return refusal;
    }

    public IReadOnlyDictionary<string, JournaledCompany> Read() => CollectionJournal.Read(JournalPath).ToDictionary(company => company.Siren);

    /// <summary>A run to its end; gives the dossiers of those that it did not leave out.</summary>
    public async Task<IReadOnlyList<CompanyDossier>> RunAsync(IEnumerable<CompanyRequest> companies, CollectionOptions? options = null, bool force = false)
    {
        using CollectionRun run = new(Sandbox.Client, options ?? new(), shard: null, Open(options, force));
        CompanyDossier[] dossiers = await Sandbox.Clock.RunAsync(() => CollectAsync(run, companies, CancellationToken.None));
        run.Finish();
        return dossiers;
    }

    /// <summary>A run that is killed at one of its requests; the journal is then what the disk held at that moment.</summary>
    public async Task KilledRunAsync(IEnumerable<CompanyRequest> companies, Func<HttpRequestMessage, bool> at, bool takesEffect)
    {
        using CancellationTokenSource killed = new();
        byte[]? disk = null;
        KillSwitch wire = new(Sandbox.Handler, at, takesEffect, () =>
        {
            disk = File.Exists(JournalPath) ? ReadShared() : [];
            killed.Cancel();
        });
        using QardClient client = new(
            new ServiceOptions { BaseUri = new(SandboxOptions.Origin, SandboxHandler.QardPath), Time = Sandbox.Clock, Handler = wire },
            new Secret(Sandbox.Options.QardApiKey));
        using (CollectionRun run = new(client, new(), shard: null, Open()))
        {
            try
            {
                await Sandbox.Clock.RunAsync(() => CollectAsync(run, companies, killed.Token));
            }
            catch (OperationCanceledException)
            {
                // As intended.
            }
        }

        if (disk is not null)
        {
            File.WriteAllBytes(JournalPath, disk);
        }
    }

    public Task<List<QardUser>> UsersAsync() => Sandbox.RunAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync());

    /// <summary>Each company has one user, and its journal says complete.</summary>
    public async Task AssertAllCompleteAsync(IEnumerable<CompanyRequest> companies)
    {
        IEnumerable<string> sirens = companies.Select(company => company.Siren).Order();
        Assert.Equal(sirens, (await UsersAsync()).Select(user => user.Siren!).Order());
        Assert.Equal(sirens, Read().Values.Where(company => company.State == JournalState.Complete).Select(company => company.Siren).Order());
    }

    public void Dispose()
    {
        Sandbox.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task<CompanyDossier[]> CollectAsync(CollectionRun run, IEnumerable<CompanyRequest> companies, CancellationToken cancellationToken)
    {
        CompanyDossier[] dossiers = await Task.WhenAll(companies.Where(company => run.ShouldProcess(company.Siren)).Select(async company =>
        {
            CompanyDossier dossier = await run.CollectAsync(company, null, cancellationToken).ConfigureAwait(false);
            lock (run)
            {
                run.Confirm(dossier);
            }

            return dossier;
        }));
        return dossiers;
    }

    private byte[] ReadShared()
    {
        using FileStream file = new(JournalPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using MemoryStream copy = new();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
