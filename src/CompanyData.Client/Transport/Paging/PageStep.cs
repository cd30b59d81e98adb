namespace CompanyData.Transport;

/// <summary>The result of one list request.</summary>
/// <param name="Items">The items of this page.</param>
/// <param name="HasNext">Whether there are more pages.</param>
/// <param name="Next">Cursor of the next page; meaningless without a next page.</param>
internal readonly record struct PageStep<T, TCursor>(IReadOnlyList<T> Items, bool HasNext, TCursor Next);
