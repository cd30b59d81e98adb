namespace CompanyData.Dossiers;

/// <summary>
/// Matches the items of two dossiers: by content and id together, then by either alone. A new id or a new order is therefore not a change,
/// and two persons with the same reused id are not matched.
/// </summary>
/// <remarks>Each pass is symmetric: swapping the two sides only swaps the result.</remarks>
internal sealed class ItemMatcher
{
    private static readonly (Func<ComparedItem, string?> Key, Func<ComparedItem, ComparedItem, bool> MayPair)[] Passes =
    [
        (item => $"{item.Id}\n{item.Content}", Always),
        (item => item.Content, Always),
        (item => item.Siren, Always),
        (item => item.Id is null || item.Name.Length == 0 ? null : $"{item.Id}\n{item.Name}\n{item.BirthDate}", Always),
        (item => item.Name.Length == 0 ? null : $"{item.Name}\n{item.BirthDate}", IsNotOtherCompany),
        (item => item.Id is null || item.Name.Length == 0 ? null : $"{item.Id}\n{item.Name}", IsNotOtherCompany),
        (item => item.Id is null || item.BirthDate is null ? null : $"{item.Id}\n{item.BirthDate}", Always),
        (item => item.Name.Length == 0 || item.BirthDate is not { Month: { } month, Year: var year } ? null : $"{item.Name}\n{year}-{month}", Agrees),
        (item => item.Name.Length == 0 || item.BirthDate is not { } born ? null : $"{item.Name}\n{born.Year}", Agrees),
        (item => item.Name.Length == 0 ? null : item.Name, Agrees),
        (item => item.Id, (one, other) => !one.IsPerson || one.Name.Length == 0 || other.Name.Length == 0),
        (item => item.IsSingle ? item.DataType : null, Always),
    ];

    public ItemMatcher(IEnumerable<ComparedItem> reference, IEnumerable<ComparedItem> difference)
    {
        List<ComparedItem> old = [.. reference];
        List<ComparedItem> @new = [.. difference];
        List<(ComparedItem, ComparedItem)> pairs = [];
        foreach ((Func<ComparedItem, string?> key, Func<ComparedItem, ComparedItem, bool> mayPair) in Passes)
        {
            if (old.Count > 0 && @new.Count > 0)
            {
                pairs.AddRange(Pair(old, @new, key, mayPair));
            }
        }

        Pairs = pairs;
        Removed = old;
        Added = @new;
    }

    public IReadOnlyList<(ComparedItem Old, ComparedItem New)> Pairs { get; }

    public IReadOnlyList<ComparedItem> Removed { get; }

    public IReadOnlyList<ComparedItem> Added { get; }

    private static List<(ComparedItem, ComparedItem)> Pair(
        List<ComparedItem> old, List<ComparedItem> @new, Func<ComparedItem, string?> key, Func<ComparedItem, ComparedItem, bool> mayPair)
    {
        ILookup<string, ComparedItem> others = @new.Where(item => key(item) is not null).OrderBy(item => item.Content, StringComparer.Ordinal).ToLookup(item => key(item)!, StringComparer.Ordinal);
        List<(ComparedItem Old, ComparedItem New)> pairs = [.. old.Where(item => key(item) is not null)
            .OrderBy(item => item.Content, StringComparer.Ordinal)
            .GroupBy(item => key(item)!, StringComparer.Ordinal)
            .SelectMany(group => group.Zip(others[group.Key], (one, other) => (one, other)))
            .Where(pair => mayPair(pair.one, pair.other))];
        HashSet<ComparedItem> paired = [.. pairs.SelectMany(pair => new[] { pair.Old, pair.New })];
        old.RemoveAll(paired.Contains);
        @new.RemoveAll(paired.Contains);
        return pairs;
    }

    private static bool Always(ComparedItem one, ComparedItem other) => true;

    private static bool IsNotOtherCompany(ComparedItem one, ComparedItem other) => one.Siren is null || other.Siren is null || one.Siren == other.Siren;

    private static bool Agrees(ComparedItem one, ComparedItem other)
        => IsNotOtherCompany(one, other) && (one.BirthDate is not { } born || other.BirthDate is not { } otherBorn || born.Agrees(otherBorn));
}
