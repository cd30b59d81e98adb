namespace CompanyData.Transport;

/// <summary>
/// Tells items that came already. A list that grows while it is read moves items on to its next page, so a repetition is never far:
/// the last <see cref="Most"/> are remembered, however long the list is.
/// </summary>
/// <param name="key">What an item is known by for certain; null where nothing tells it from another.</param>
internal sealed class RecentItemFilter<T>(Func<T, string?> key)
{
    private const int Most = 10_000;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>The items that have not come before, each once, in their order.</summary>
    public IReadOnlyList<T> TakeNew(IReadOnlyList<T> items)
    {
        List<T> taken = new(items.Count);
        foreach (T item in items)
        {
            if (key(item) is not { } known)
            {
                taken.Add(item);
            }
            else if (_known.Add(known))
            {
                taken.Add(item);
                _order.Enqueue(known);
                if (_order.Count > Most)
                {
                    _known.Remove(_order.Dequeue());
                }
            }
        }

        return taken;
    }
}
