using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Json;
using CompanyData.Qard;
using FsCheck;
using FsCheck.Fluent;
using static CompanyData.Client.Tests.Dossiers.ComparedDossiers;

namespace CompanyData.Client.Tests.Dossiers;

/// <summary>What holds of any two dossiers.</summary>
public class DossierComparisonPropertyTests
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
}
