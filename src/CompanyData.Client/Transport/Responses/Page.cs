namespace CompanyData.Transport;

/// <summary>One page of a list, independent of the service's envelope.</summary>
/// <param name="Items">The items of the page.</param>
/// <param name="Total">Number of items in the whole list; null if not disclosed.</param>
/// <param name="Current">Number of this page; null if not disclosed.</param>
/// <param name="Last">Number of the last page; null if not disclosed or for a bare array.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, long? Total, int? Current, int? Last);
