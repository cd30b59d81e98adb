namespace CompanyData.Transport;

/// <summary>
/// Drops items that came already. A list that grows while it is read moves items to its next page, so duplicates are close together:
/// remembering the last <see cref="MaxRemembered"/> keys is enough.
/// </summary>
/// <param name="key">The unique key of an item; null for an item without one, which is always kept.</param>
internal sealed class RecentItemFilter<T>(Func<T, string?> key)
{
    private const int MaxRemembered = 10_000;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Returns the items that have not come before, each once, in order.</summary>
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
                if (_order.Count > MaxRemembered)
                {
                    _known.Remove(_order.Dequeue());
                }
            }
        }

        return taken;
    }
}
