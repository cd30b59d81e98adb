namespace CompanyData.Transport;

/// <summary>What one request of a list brought, and what to ask for next.</summary>
/// <param name="Items">The items.</param>
/// <param name="HasNext">Whether there is more.</param>
/// <param name="Next">Where the rest begins, where there is more.</param>
internal readonly record struct PageStep<T, TCursor>(IReadOnlyList<T> Items, bool HasNext, TCursor Next);
