namespace CompanyData.Transport;

/// <summary>
/// Drops items that came before. A list that grows while it is read moves items on to its next page, so a repetition is never far:
/// the last <see cref="MaxRemembered"/> keys are remembered, however long the list is. Within one page nothing has moved, so two items of one
/// id are two records there, unless their whole content is equal.
/// </summary>
/// <param name="key">What identifies an item across pages; null or empty where nothing does.</param>
/// <param name="content">The whole content of an item, to compare items of one page.</param>
internal sealed class RecentItemFilter<T>(Func<T, string?> key, Func<T, string> content)
{
    private const int MaxRemembered = 10_000;
    private readonly Dictionary<string, int> _pageOf = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private int _page;

    /// <summary>The items of the next page that have not come before, in their order.</summary>
    public IReadOnlyList<T> TakeNew(IReadOnlyList<T> items)
    {
        List<T> taken = new(items.Count);
        HashSet<string>? contents = null;
        _page++;
        foreach (T item in items)
        {
            if (key(item) is not { Length: > 0 } known || IsNew(known))
            {
                contents?.Add(content(item));
                taken.Add(item);
            }
            else if (_pageOf[known] == _page && (contents ??= [.. taken.Select(content)]).Add(content(item)))
            {
                taken.Add(item);
            }
        }

        return taken;
    }

    private bool IsNew(string known)
    {
        if (_pageOf.ContainsKey(known))
        {
            return false;
        }

        _pageOf.Add(known, _page);
        _order.Enqueue(known);
        if (_order.Count > MaxRemembered)
        {
            _pageOf.Remove(_order.Dequeue());
        }

        return true;
    }
}
