using CompanyData.Collection;
using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>Finds the changes between two dossiers of a company. Data that one of them did not collect is not compared.</summary>
public static class DossierComparison
{
    /// <summary>Code of a change to which no rule applies.</summary>
    public const string DataChanged = nameof(DataChanged);

    /// <summary>Code for the first dossier of a company.</summary>
    public const string CompanyAdded = nameof(CompanyAdded);

    /// <summary>The codes of all changes.</summary>
    public static IReadOnlyList<string> Codes => [.. ChangeRule.All.Select(rule => rule.Code).Append(DataChanged).Append(CompanyAdded).OrderBy(code => code, StringComparer.Ordinal)];

    /// <param name="reference">The earlier dossier.</param>
    /// <param name="difference">The later dossier.</param>
    /// <param name="options">Thresholds, and the language of the messages.</param>
    /// <returns>The changes, the most urgent first.</returns>
    /// <exception cref="ArgumentException">The dossiers belong to different companies.</exception>
    public static IReadOnlyList<DossierChange> Compare(CompanyDossier reference, CompanyDossier difference, ReviewOptions options) => Compare([reference], difference, options);

    /// <param name="references">Earlier dossiers, the latest first. Each data type is compared with the latest dossier that collected it; older ones are read only if needed.</param>
    /// <param name="difference">The later dossier.</param>
    /// <param name="options">Thresholds, and the language of the messages.</param>
    /// <returns>The changes, the most urgent first.</returns>
    /// <exception cref="ArgumentException">The dossiers belong to different companies.</exception>
    public static IReadOnlyList<DossierChange> Compare(IEnumerable<CompanyDossier> references, CompanyDossier difference, ReviewOptions options)
    {
        List<DossierChange> changes = [];
        List<string> open = [.. Ordered(difference.CollectedTypes)];
        foreach (CompanyDossier reference in references)
        {
            if (reference.Siren != difference.Siren)
            {
                throw new ArgumentException($"The dossiers belong to different companies: {reference.Siren} and {difference.Siren}.");
            }

            foreach (string type in open.Where(type => reference.GetDataState(type) is DataState.None or DataState.Collected).ToArray())
            {
                changes.AddRange(Compare(reference, difference, type, options));
                open.Remove(type);
            }

            if (open.Count == 0)
            {
                break;
            }
        }

        return [.. changes.OrderBy(change => SeverityLevel.Rank(change.Severity))];
    }

    /// <summary>Creates the change for the first dossier of a company.</summary>
    public static DossierChange AsNew(CompanyDossier dossier, ReviewOptions options) => new()
    {
        Siren = dossier.Siren,
        Name = dossier.CompanyName,
        Kind = ChangeKind.Added,
        Area = "Dossier",
        New = dossier.CompanyName,
        Severity = SeverityLevel.Note,
        Code = CompanyAdded,
        Message = options.Wording.Say("This is the first dossier of the company: there is nothing to compare it with.", "Premier dossier de la société : il n'y a rien à quoi le comparer."),
        DifferenceDate = dossier.CollectedAt,
        IsSandbox = dossier.IsSandbox,
    };

    /// <summary>Orders data types: the company, its officers and its owners first.</summary>
    private static IEnumerable<string> Ordered(IEnumerable<string> types) => types.Select(type => type.ToUpperInvariant())
        .Distinct(StringComparer.Ordinal)
        .OrderBy(type => QardDataType.Default.Contains(type, StringComparer.Ordinal) ? 0 : 1)
        .ThenBy(type => type, StringComparer.Ordinal);

    private static IEnumerable<DossierChange> Compare(CompanyDossier reference, CompanyDossier difference, string type, ReviewOptions options)
    {
        ItemMatcher match = new(Items(reference, type), Items(difference, type));
        IEnumerable<ChangeContext> added = match.Added.Select(item => new ChangeContext(ChangeKind.Added, type, Field: null, Old: null, item, options));
        IEnumerable<ChangeContext> removed = match.Removed.Select(item => new ChangeContext(ChangeKind.Removed, type, Field: null, item, New: null, options));
        return match.Pairs.SelectMany(pair => CompareFields(type, pair.Old, pair.New, options))
            .Concat(reference.HasWhole(type) ? added : [])
            .Concat(difference.HasWhole(type) ? removed : [])
            .Select(change => Create(reference, difference, change));
    }

    private static IEnumerable<ComparedItem> Items(CompanyDossier dossier, string type) => dossier.GetItems(type).Select(item => ComparedItem.From(type, item));

    private static IEnumerable<ChangeContext> CompareFields(string type, ComparedItem old, ComparedItem @new, ReviewOptions options)
    {
        foreach (string field in old.Fields.Keys.Union(@new.Fields.Keys, StringComparer.Ordinal))
        {
            bool wasThere = old.Fields.TryGetValue(field, out ComparedValue? before);
            bool isThere = @new.Fields.TryGetValue(field, out ComparedValue? after);
            if (before?.Key != after?.Key)
            {
                yield return new(!wasThere ? ChangeKind.Added : !isThere ? ChangeKind.Removed : ChangeKind.Changed, type, field, old, @new, options);
            }
        }
    }

    private static DossierChange Create(CompanyDossier reference, CompanyDossier difference, ChangeContext change)
    {
        (string code, ChangeGrade grade) = ChangeRule.All
            .Select(rule => (rule.Code, Grade: rule.Grade(change)))
            .Where(pair => pair.Grade is not null)
            .OrderBy(pair => SeverityLevel.Rank(pair.Grade!.Severity))
            .Select(pair => (pair.Code, pair.Grade!))
            .FirstOrDefault();
        return new()
        {
            Siren = difference.Siren,
            Name = difference.CompanyName,
            Kind = change.Kind,
            Area = Area(change.DataType),
            Subject = change.Item.Label,
            Field = change.Field,
            Old = change.OldValue,
            New = change.NewValue,
            Severity = grade?.Severity ?? SeverityLevel.Note,
            Code = code ?? DataChanged,
            Message = grade?.Message ?? Describe(change),
            ReferenceDate = reference.CollectedAt,
            DifferenceDate = difference.CollectedAt,
            IsSandbox = difference.IsSandbox,
            OldItem = change.Old,
            NewItem = change.New,
        };
    }

    private static string Area(string type) => type switch
    {
        QardDataType.CompanyProfile => "Company",
        QardDataType.CompanyOfficer => "Officer",
        _ => string.Concat(type.Split('_').Where(word => word.Length > 0).Select(word => word[0] + word.Substring(1).ToLowerInvariant())),
    };

    private static string Describe(ChangeContext change)
    {
        Wording wording = change.Wording;
        string thing = change.Item.Label is { } label ? $"{wording.Label(change.DataType)} {label}" : wording.Label(change.DataType);
        return (change.Kind, change.Field) switch
        {
            (ChangeKind.Added, null) => wording.Say($"{thing} was added.", $"{thing} : ajout."),
            (ChangeKind.Removed, null) => wording.Say($"{thing} was removed.", $"{thing} : suppression."),
            (ChangeKind.Added, _) => wording.Say($"{thing}: {wording.Field(change.Field!)} is now '{change.NewText}'.", $"{thing} : {wording.Field(change.Field!)} vaut désormais « {change.NewText} »."),
            (ChangeKind.Removed, _) => wording.Say($"{thing}: {wording.Field(change.Field!)} is no longer stated; it was '{change.OldText}'.", $"{thing} : {wording.Field(change.Field!)} n'est plus indiqué ; c'était « {change.OldText} »."),
            _ => wording.Say($"{thing}: {wording.Field(change.Field!)} changed from '{change.OldText}' to '{change.NewText}'.", $"{thing} : {wording.Field(change.Field!)} passe de « {change.OldText} » à « {change.NewText} »."),
        };
    }
}
