using CompanyData.Collection;
using CompanyData.Qard;

namespace CompanyData.Client.Tests.Collection;

/// <summary>What the next collection may take from a dossier, and what the small types say.</summary>
public class KnownCompanyTests
{
    private const string Service = "api.example.test/api/v6";
    private static readonly CollectionOptions Options = new() { DataTypes = ["COMPANY_PROFILE", "ACT"] };

    [Fact]
    public void From_ConclusiveDossier_KnowsUserAndConnection()
        => Assert.Equal(new KnownCompany("u-1", "c-1", "Exemple"), From(_ => { }));

    [Fact]
    public void From_AnythingElse_KnowsNothing()
    {
        Assert.Null(From(_ => { }, service: "other.example.test"));
        Assert.Null(From(_ => { }, provider: "other"));
        Assert.NotNull(From(_ => { }, provider: "COMPANY_legal_fr"));
        Assert.Null(From(dossier => dossier.UserId = null));
        Assert.Null(From(dossier => dossier.Remarks.Add("2 users have this siren.")));
        Assert.Null(From(dossier => dossier.Syncs.Clear()));
        Assert.Null(From(dossier => dossier.Syncs[0].DataConnectionId = null));
        Assert.Null(From(dossier => dossier.Syncs[1].DataConnectionId = "c-2"));
        Assert.Null(From(dossier => dossier.Syncs[1].Status = SyncStatus.FetchError));
        Assert.Null(From(dossier => dossier.Syncs.RemoveAt(1)));
    }

    [Fact]
    public void Request_WithoutASiren_SaysSo()
    {
        Assert.StartsWith("The company has no siren.", Assert.Throws<ArgumentException>(() => new CompanyRequest(" ", "Example").Validate()).Message);
        Assert.StartsWith("A company requires a name.", Assert.Throws<ArgumentException>(() => new CompanyRequest("123456789", " ").Validate()).Message);
        new CompanyRequest("123456789", null).Validate();
    }

    [Fact]
    public void Texts_SayWhatIsThere()
    {
        CompanyDossier dossier = new() { Siren = "123456789" };
        dossier.Add("ACT", [new QardRecord(), new QardRecord()]);
        dossier.Add("COURT_DECISION", []);
        dossier.Fail("Sync", "it failed", "Try again.", "x");
        Assert.Equal("ACT: 2; COURT_DECISION: 0", dossier.Data.ToString());
        Assert.Equal("Sync: it failed", Assert.Single(dossier.Failures).ToString());
        Assert.Equal("123456789", dossier.CompanyName);
        dossier.Name = "Exemple";
        Assert.Equal("Exemple", dossier.CompanyName);
    }

    private static KnownCompany? From(Action<CompanyDossier> change, string service = Service, string provider = CollectionOptions.DefaultProvider)
    {
        CompanyDossier dossier = new() { Siren = "123456789", Name = "Exemple", Service = service, ProviderName = provider, UserId = "u-1" };
        dossier.Syncs.AddRange(Options.DataTypes.Select(type => new QardSyncItem { DataType = type, DataConnectionId = "c-1", Status = SyncStatus.Success }));
        change(dossier);
        return KnownCompany.From(dossier, Service, Options);
    }
}
