using System.Text.Json;
using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Json;
using CompanyData.Qard;
using FsCheck;
using FsCheck.Fluent;
using Fixtures = CompanyData.Client.Tests.Reports.Dossiers;

namespace CompanyData.Client.Tests.Dossiers;

public class DossierComparisonTests
{
    /// <summary>Few values, so that the same people, ids and things meet often, in many notations.</summary>
    private static readonly Gen<CompanyDossier> Any =
        from officers in Gen.ListOf(AnyPerson())
        from owners in Gen.ListOf(AnyPerson())
        from decisions in Gen.ListOf(AnyRecord())
        from profile in AnyProfile()
        from states in Gen.ArrayOf(Gen.Choose(0, 5), 4)
        select Create(profile, officers, owners, decisions, states);

    private static readonly Gen<(CompanyDossier Old, CompanyDossier New)> Pairs = from old in Any from @new in Any select (old, @new);

    [Fact]
    public void Compare_WithItself_IsEmpty() => Holds.ForAll(Any, dossier =>
    {
        Assert.Empty(Compare(dossier, dossier));
        Assert.Empty(Compare(dossier, DossierJsonTests.Again(dossier)));
    });

    [Fact]
    public void Compare_Swapped_SwapsAddedAndRemoved() => Holds.ForAll(Pairs, pair =>
    {
        IEnumerable<string> forth = Compare(pair.Old, pair.New).Select(change => $"{change.Kind} {change.Area} {change.Field} {change.Old} > {change.New}");
        IEnumerable<string> back = Compare(pair.New, pair.Old).Select(change => $"{Swap(change.Kind)} {change.Area} {change.Field} {change.New} > {change.Old}");
        Assert.Equal(forth.Order(StringComparer.Ordinal), back.Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Compare_ChangesApplied_GiveTheNewDossier() => Holds.ForAll(Pairs, pair =>
    {
        IReadOnlyList<DossierChange> changes = Compare(pair.Old, pair.New);
        foreach (string type in pair.Old.CollectedTypes.Where(type => pair.Old.HasWhole(type) && pair.New.HasWhole(type)))
        {
            Assert.Equal(Contents(pair.New, type), Apply(pair.Old, type, changes));
        }
    });

    [Fact]
    public void Compare_WhatWasNotCollected_IsNeitherAddedNorRemoved() => Holds.ForAll(Pairs, pair =>
    {
        foreach (DossierChange change in Compare(pair.Old, pair.New).Where(change => change.Field is null))
        {
            string type = (change.OldItem ?? change.NewItem)!.DataType;
            Assert.True(pair.Old.GetDataState(type) is DataState.None or DataState.Collected && pair.New.GetDataState(type) is DataState.None or DataState.Collected);
            Assert.True((change.Kind == ChangeKind.Removed ? pair.New : pair.Old).HasWhole(type));
        }
    });

    [Fact]
    public void Compare_RenumberedAndReordered_IsNoChange()
    {
        CompanyDossier old = People(Person("1", "Camille", "Exemple", "1970-05-01", 60), Person("2", "Dominique", "Modèle", "1971-01-01", 40));
        CompanyDossier renumbered = People(Person("1", "DOMINIQUE", "MODELE", "1971-01-01 00:00:00", 40.0m), Person("2", " camille ", "Exemple", "1970-05-01", 60));
        Assert.Empty(Compare(old, renumbered));
    }

    [Theory]
    [InlineData("1970", "1970-05-01", 1)]
    [InlineData("1970-05", "1970-05-01", 1)]
    [InlineData(null, "1970-05-01", 1)]
    [InlineData("1971", "1970-05-01", 2)]
    public void Compare_BirthDateBecomesExact_IsTheSamePerson(string? before, string after, int changes)
        => Assert.Equal(changes, Compare(People(Person("1", "Camille", "Exemple", before, 60)), People(Person("9", "Camille", "Exemple", after, 60))).Count);

    [Fact]
    public void Compare_SameIdAndBirthDateWithANewName_IsAnotherNameOfTheSamePerson()
    {
        DossierChange change = Assert.Single(Compare(People(Person("1", "Camille", "Exemple", "1970-05-01", 60)), People(Person("1", "Camille", "Modèle", "1970-05-01", 60))));
        Assert.Equal(("Changed", "LastName", "Exemple", "Modèle", "PersonIdentityChanged", "Review"), (change.Kind, change.Field, change.Old, change.New, change.Code, change.Severity));
    }

    [Fact]
    public void Compare_SameIdOfAnotherPerson_IsOneGoneAndOneNew()
        => Assert.Equal(
            ["OwnerAdded", "OwnerRemoved"],
            Compare(People(Person("1", "Camille", "Exemple", "1970-05-01", 60)), People(Person("1", "Sacha", "Essai", "1980-01-01", 60))).Select(change => change.Code).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(20, 26, "OwnerCrossedThreshold", "Critical")]
    [InlineData(26, 25, "OwnerCrossedThreshold", "Critical")]
    [InlineData(30, 40, "DataChanged", "Note")]
    public void Compare_ShareChanges_CountsWhereItCrossesTheThreshold(int before, int after, string code, string severity)
    {
        DossierChange change = Assert.Single(Compare(People(Person("1", "Camille", "Exemple", "1970-05-01", before)), People(Person("1", "Camille", "Exemple", "1970-05-01", after))));
        Assert.Equal((code, severity, "SharesPercentage", $"{before}", $"{after}", "Camille Exemple"), (change.Code, change.Severity, change.Field, change.Old, change.New, change.Subject));
    }

    [Theory]
    [InlineData("CompanyClosed", "Critical", "RncsClosingDate")]
    [InlineData("SeatMoved", "Review", "Headquarter.Address")]
    [InlineData("CompanyRenamed", "Review", "Name")]
    [InlineData("LegalFormChanged", "Review", "Legal.Form")]
    [InlineData("RegistrationNumberChanged", "Critical", "RegistrationNumber")]
    [InlineData("DataChanged", "Note", "Capital.Amount")]
    [InlineData("OfficerAdded", "Review", null)]
    [InlineData("OfficerRemoved", "Review", null)]
    [InlineData("OfficerRoleChanged", "Review", "Roles")]
    [InlineData("OwnerAdded", "Critical", null)]
    [InlineData("OwnerRemoved", "Review", null)]
    [InlineData("CourtDecisionAdded", "Review", null)]
    [InlineData("CollectiveProcedureAdded", "Critical", null)]
    [InlineData("ConformityAttentionAdded", "Critical", "Outcome")]
    [InlineData("BackgroundCheckFailed", "Critical", "Acceptable")]
    public void Compare_OneChange_IsTheOnlyOneAndSaysWhatItMeans(string code, string severity, string? field)
    {
        CompanyDossier old = Whole();
        CompanyDossier @new = Whole();
        Change(@new, code);
        DossierChange change = Assert.Single(Compare(old, @new));
        Assert.Equal((code, severity, field), (change.Code, change.Severity, change.Field));
        DossierChange french = Assert.Single(DossierComparison.Compare(old, @new, new ReviewOptions { Language = "fr" }));
        Assert.NotEqual(change.Message, french.Message);
    }

    [Fact]
    public void Compare_AfterAFailedCollection_LooksFurtherBack()
    {
        CompanyDossier january = Whole();
        CompanyDossier february = new() { Siren = january.Siren, DataTypes = january.DataTypes };
        february.Fail("Connection", "it failed", null, "QardServerError");
        CompanyDossier march = Whole();
        Change(march, "SeatMoved");

        Assert.Empty(Compare(january, february));
        Assert.Empty(Compare(february, march));
        Assert.Equal("SeatMoved", Assert.Single(DossierComparison.Compare([february, january], march, Fixtures.Review)).Code);
    }

    [Fact]
    public void Compare_OtherCompany_IsRefused()
        => Assert.Throws<ArgumentException>(() => Compare(Fixtures.Usual(), new CompanyDossier { Siren = "987654321" }));

    private static IReadOnlyList<DossierChange> Compare(CompanyDossier old, CompanyDossier @new) => DossierComparison.Compare(old, @new, Fixtures.Review);

    private static string Swap(string kind) => kind switch { ChangeKind.Added => ChangeKind.Removed, ChangeKind.Removed => ChangeKind.Added, _ => kind };

    private static IEnumerable<string> Contents(CompanyDossier dossier, string type) => dossier.GetItems(type).Select(item => ComparedItem.From(type, item).Content).Order(StringComparer.Ordinal);

    /// <summary>The items of the old dossier after the changes, as those of the new one read.</summary>
    private static IEnumerable<string> Apply(CompanyDossier old, string type, IEnumerable<DossierChange> changes)
    {
        List<Dictionary<string, string>> items = [.. old.GetItems(type).Select(item => Keys(ComparedItem.From(type, item)))];
        foreach (IGrouping<(ComparedItem? Old, ComparedItem? New), DossierChange> item in changes.Where(change => (change.OldItem ?? change.NewItem)!.DataType == type).GroupBy(change => (change.OldItem, change.NewItem)))
        {
            Dictionary<string, string> changed = item.Key.Old is { } before ? Keys(before) : [];
            if (item.Key.Old is { } known)
            {
                items.RemoveAt(items.FindIndex(candidate => Text(candidate) == known.Content));
            }

            foreach (DossierChange change in item.Where(change => change.Field is not null))
            {
                changed.Remove(change.Field!);
                if (change.New is not null)
                {
                    changed[change.Field!] = ComparedValueOf(change).Key;
                }
            }

            if (item.Key.New is { } added)
            {
                items.Add(item.Key.Old is null ? Keys(added) : changed);
            }
        }

        return items.Select(Text).Order(StringComparer.Ordinal);
    }

    private static ComparedValue ComparedValueOf(DossierChange change) => change.NewItem!.Fields[change.Field!];

    private static Dictionary<string, string> Keys(ComparedItem item) => item.Fields.ToDictionary(field => field.Key, field => field.Value.Key, StringComparer.Ordinal);

    private static string Text(Dictionary<string, string> fields) => string.Join("\n", fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}:{field.Value}"));

    private static CompanyDossier Create(QardCompanyProfile profile, IEnumerable<string> officers, IEnumerable<string> owners, IEnumerable<string> decisions, int[] states)
    {
        CompanyDossier dossier = Fixtures.From("Exemple", "COURT_DECISION");
        Add(0, QardDataType.CompanyProfile, [profile]);
        Add(1, QardDataType.CompanyOfficer, [.. officers.Select(json => JsonSerializer.Deserialize(json, QardJsonContext.Default.QardCompanyOfficer)!)]);
        Add(2, QardDataType.BeneficialOwner, [.. owners.Select(json => Lenient.Read(json, QardJsonContext.Default.QardBeneficialOwner))]);
        Add(3, "COURT_DECISION", [.. decisions.Select(json => JsonSerializer.Deserialize(json, QardJsonContext.Default.QardRecord)!)]);
        return dossier;

        // 0: not collected; 1: collected in part; else whole.
        void Add(int which, string type, IReadOnlyList<QardUserData> items)
        {
            if (states[which] > 0)
            {
                dossier.Add(type, items);
            }

            if (states[which] < 2)
            {
                dossier.Fail(type, "it failed", null, "FETCH_ERROR");
            }
        }
    }

    private static Gen<string> AnyPerson() =>
        from id in Gen.Elements("null", "\"1\"", "\"2\"")
        from first in Gen.Elements("null", "\"Camille\"", "\"CAMILLE Marie\"", "\"Sacha\"")
        from last in Gen.Elements("null", "\"Exemple\"", "\"EXEMPLE\"", "\"Modèle\"")
        from birth in Gen.Elements("null", "\"1970-05-01\"", "\"1970-05-01 00:00:00\"", "\"1980-02-03\"")
        from city in Gen.Elements("null", "\"Modèle-Ville\"", "\"MODELE VILLE\"")
        from siren in Gen.Elements("null", "null", "null", "\"000100001\"")
        from share in Gen.Elements("null", "20", "20.0", "30")
        select $$"""{"id":{{id}},"first_name":{{first}},"last_name":{{last}},"birth_date":{{birth}},"address":{"city":{{city}}},"siren":{{siren}},"shares_percentage":{{share}}}""";

    private static Gen<string> AnyRecord() =>
        from id in Gen.Elements("null", "\"d1\"", "\"d2\"")
        from title in Gen.Elements("null", "\"Jugement\"", "\"Arrêt\"")
        from list in Gen.Elements("[]", "[\"a\",\"b\"]", "[\"b\",\"a\"]", "[{\"x\":1},{\"x\":2.0}]", "[{\"x\":2},{\"x\":1}]")
        select $$"""{"file_id":{{id}},"title":{{title}},"parts":{{list}}}""";

    private static Gen<QardCompanyProfile> AnyProfile() =>
        from name in Gen.Elements("EXEMPLE", "Exemple", "Modèle", null)
        from capital in Gen.Elements(1000m, 1000.00m, 2000m)
        from city in Gen.Elements("Modèle-Ville", "Essai")
        select new QardCompanyProfile { Name = name, Capital = new() { Amount = new Money(capital, "EUR") }, Headquarter = new() { Address = new() { City = city } } };

    private static CompanyDossier People(params string[] owners) => Create(Fixtures.Profile(), [], owners, [], [2, 2, 2, 2]);

    private static string Person(string id, string firstName, string lastName, string? birthDate, decimal shares) => JsonSerializer.Serialize(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["id"] = id,
        ["first_name"] = firstName,
        ["last_name"] = lastName,
        ["birth_date"] = birthDate,
        ["shares_percentage"] = shares,
    });

    private static CompanyDossier Whole()
    {
        CompanyDossier dossier = Fixtures.From("Exemple Industries SAS", "COURT_DECISION", "CONFORMITY_CHECK", "BACKGROUND_CHECK");
        dossier.Add(QardDataType.CompanyProfile, [Fixtures.Profile()]);
        dossier.Add(QardDataType.CompanyOfficer, [Fixtures.Officer("Camille", "Exemple", "Président"), Fixtures.Officer("Dominique", "Modèle", "Directeur général")]);
        dossier.Add(QardDataType.BeneficialOwner, [Fixtures.Owner("Camille", "Exemple", 80, 80), Fixtures.Owner("Sacha", "Spécimen", 20, 20)]);
        dossier.Add("COURT_DECISION", []);
        dossier.Add("CONFORMITY_CHECK", [Fixtures.Record(("name", "Camille Exemple"), ("outcome", "CLEAR"))]);
        dossier.Add("BACKGROUND_CHECK", [Fixtures.Record(("acceptable", "OK"))]);
        return dossier;
    }

    private static void Change(CompanyDossier dossier, string code)
    {
        QardCompanyProfile profile = dossier.Profile!;
        switch (code)
        {
            case "CompanyClosed":
                profile.RncsClosingDate = new DateTime(2024, 1, 10);
                break;
            case "SeatMoved":
                profile.Headquarter!.Address = new() { AddressLine1 = "2 avenue du Spécimen", PostalCode = "11111", City = "Essai-sur-Papier", Country = "FR" };
                break;
            case "CompanyRenamed":
                profile.Name = "MODELE INDUSTRIES";
                break;
            case "LegalFormChanged":
                profile.Legal!.Form = "SA à conseil d'administration";
                break;
            case "RegistrationNumberChanged":
                profile.RegistrationNumber = "987654321";
                break;
            case "DataChanged":
                profile.Capital!.Amount = new Money(40000, "EUR");
                break;
            case "OfficerAdded":
                dossier.Officers.Add(Fixtures.Officer("Alix", "Témoin", "Administrateur"));
                break;
            case "OfficerRemoved":
                dossier.Officers.RemoveAt(1);
                break;
            case "OfficerRoleChanged":
                dossier.Officers[1].Roles[0].EndDate = new DateTime(2024, 1, 1);
                break;
            case "OwnerAdded":
                dossier.BeneficialOwners.Add(Fixtures.Owner("Alix", "Témoin", 26, 26));
                break;
            case "OwnerRemoved":
                dossier.BeneficialOwners.RemoveAt(1);
                break;
            case "CourtDecisionAdded":
                dossier.Data["COURT_DECISION"].Add(Fixtures.Record(("title", "Jugement"), ("date", "2024-01-02")));
                break;
            case "CollectiveProcedureAdded":
                dossier.Data["COURT_DECISION"].Add(Fixtures.Record(("title", "Redressement judiciaire"), ("date", "2024-01-02")));
                break;
            case "ConformityAttentionAdded":
                dossier.Data["CONFORMITY_CHECK"][0] = Fixtures.Record(("name", "Camille Exemple"), ("outcome", "ATTENTION"));
                break;
            case "BackgroundCheckFailed":
                dossier.Data["BACKGROUND_CHECK"][0] = Fixtures.Record(("acceptable", "NOK"));
                break;
        }
    }
}
