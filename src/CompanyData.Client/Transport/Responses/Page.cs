namespace CompanyData.Transport;

/// <summary>One page of a list, however the service wraps it.</summary>
/// <param name="Items">What it holds.</param>
/// <param name="Total">Items in the whole list, where told.</param>
/// <param name="Current">This page's number, where told.</param>
/// <param name="Last">The last page's number, where told; null for a bare array.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, long? Total, int? Current, int? Last);
