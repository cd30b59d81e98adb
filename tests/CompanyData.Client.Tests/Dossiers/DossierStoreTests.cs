using CompanyData.Collection;
using CompanyData.Files;
using CompanyData.Qard;
using Fixtures = CompanyData.Client.Tests.Reports.Dossiers;

namespace CompanyData.Client.Tests.Dossiers;

public sealed class DossierStoreTests : IDisposable
{
    private static readonly DateTime January = new(2026, 1, 31, 2, 0, 0, 123, DateTimeKind.Utc);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");

    private DossierStore Store => new(Path.Combine(_folder.FullName, "store"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task List_SeveralDates_KeepsEachAndOrdersThem()
    {
        await Store.SaveAsync(Dossier("222222222", January));
        await Store.SaveAsync(Dossier("111111111", January.AddMonths(1)));
        await Store.SaveAsync(Dossier("111111111", January));

        Assert.Equal(
            [("111111111", January), ("111111111", January.AddMonths(1)), ("222222222", January)], Store.List().Select(file => (file.Siren, file.CollectedAt)));
        Assert.Equal(
            [("111111111", January.AddMonths(1)), ("222222222", January)], Store.ListCompanies().Select(files => (files[0].Siren, files[0].CollectedAt)));
        Assert.Equal(
            [("111111111", January), ("222222222", January)], Store.ListCompanies(January.AddDays(1)).Select(files => (files[0].Siren, files[0].CollectedAt)));
        Assert.Empty(Store.ListCompanies(January.AddDays(-1)));
        Assert.Equal(2, Assert.Single(Store.ListCompanies(siren: "111111111")).Count);
        Assert.Equal(January, Store.List().Last().Read().CollectedAt);
        Assert.All(Store.List(), file => Assert.Equal(DateTimeKind.Utc, file.CollectedAt.Kind));
    }

    [Fact]
    public async Task List_OtherFilesBesideTheDossiers_AreIgnored()
    {
        await Store.SaveAsync(Dossier("111111111", January));
        foreach (string name in new[] { "manifest.json", "111111111.html", "111111111_20260131T020000123Z.json.0123.partial", "111111111_20261331T020000123Z.json", "11111111_20260131T020000123Z.json" })
        {
            await File.WriteAllTextAsync(Path.Combine(Store.Folder, name), "{}");
        }

        Assert.Single(Store.List());
    }

    [Fact]
    public async Task RemoveLeftovers_HalfWrittenFiles_GoOnceTheyAreOldAndNobodyHoldsThem()
    {
        await Store.SaveAsync(Dossier("111111111", January));
        string name = Path.Combine(Store.Folder, "111111111_20260131T020000123Z.json");
        string old = $"{name}.{Guid.NewGuid():N}.partial";
        string young = $"{name}.{Guid.NewGuid():N}.partial";
        string foreign = $"{name}.1.partial";
        foreach (string path in new[] { old, young, foreign })
        {
            await File.WriteAllTextAsync(path, "{");
            File.SetLastWriteTimeUtc(path, path == young ? January.AddSeconds(1) : January);
        }

        await PrivateFile.SaveAsync(Path.Combine(Store.Folder, "held.html"), overwrite: false, file =>
        {
            File.SetLastWriteTimeUtc(file.Name, January);
            Store.RemoveLeftovers(January + PartialFile.MinAge);
            Assert.Equal(new[] { file.Name, foreign, young }.Order(), Directory.GetFiles(Store.Folder, "*.partial").Order());
            return Task.CompletedTask;
        });
        Assert.Single(Store.List());
    }

    [Fact]
    public async Task Read_OneDamagedFile_CostsOnlyItself()
    {
        string path = await Store.SaveAsync(Dossier("111111111", January));
        await Store.SaveAsync(Dossier("222222222", January));
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path))[..200]);

        DossierFile[] files = [.. Store.List()];
        Assert.Equal(path, Assert.Throws<DossierFileException>(() => files[0].Read()).Path);
        Assert.Equal("222222222", files[1].Read().Siren);
    }

    [Fact]
    public async Task Save_WhereTheSystemKnowsOwners_LetsOnlyTheOwnerRead()
    {
        string path = await Store.SaveAsync(Dossier("111111111", January));
        Assert.Equal([path], Directory.GetFiles(Store.Folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task Save_WhereAFileIsInTheWay_SaysWhichAndWhatToDo()
    {
        await File.WriteAllTextAsync(Store.Folder, "a file");
        DossierFileException refusal = await Assert.ThrowsAsync<DossierFileException>(() => Store.SaveAsync(Dossier("111111111", January)));
        Assert.Equal(DossierFileErrorKind.Unusable, refusal.Kind);
        Assert.Contains("111111111_", refusal.Message);
        Assert.Equal($"'{Store.Folder}' is a file. Give the path of a folder.", refusal.Remedy);
    }

    [Fact]
    public async Task Save_WhereItsNameIsTaken_SaysWhatToDo()
    {
        CompanyDossier dossier = Dossier("111111111", January);
        Directory.CreateDirectory(Path.Combine(Store.Folder, DossierFile.NameOf(dossier)));
        DossierFileException refusal = await Assert.ThrowsAsync<DossierFileException>(() => Store.SaveAsync(dossier));
        Assert.Contains("run again with the same journal", refusal.Remedy);
    }

    [Fact]
    public async Task Read_WhatCannotBeRead_NamesItAndSaysWhatToDo()
    {
        await File.WriteAllTextAsync(Store.Folder, "a file");
        foreach (Action read in new Action[] { () => _ = Store.List().Count(), () => Store.RemoveLeftovers(January), () => _ = Store.Enumerate().Count() })
        {
            DossierFileException failure = Assert.Throws<DossierFileException>(read);
            Assert.Equal((DossierFileErrorKind.Unusable, Store.Folder), (failure.Kind, failure.Path));
            Assert.Contains($"'{Store.Folder}' cannot be read", failure.Message);
            Assert.NotEmpty(failure.Remedy);
        }

        DossierFileException missing = Assert.Throws<DossierFileException>(() => DossierFile.Read(Path.Combine(_folder.FullName, "none.json")));
        Assert.Equal(DossierFileErrorKind.Unusable, missing.Kind);
        Assert.Contains("none.json' cannot be read", missing.Message);
        Assert.NotEmpty(missing.Remedy);
    }

    [Fact]
    public async Task ListCompanies_AsOfTheMomentOfADossier_HasIt()
    {
        await Store.SaveAsync(Dossier("111111111", January));
        Assert.Single(Store.ListCompanies(asOf: January));
        Assert.Empty(Store.ListCompanies(asOf: January.AddMilliseconds(-1)));
    }

    private static CompanyDossier Dossier(string siren, DateTime collectedAt)
    {
        CompanyDossier dossier = new() { Siren = siren, CollectedAt = collectedAt, DataTypes = [.. QardDataType.Default] };
        dossier.Add(QardDataType.CompanyProfile, [Fixtures.Profile()]);
        return dossier;
    }
}
