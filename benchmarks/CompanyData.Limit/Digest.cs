namespace CompanyData.Limit;

/// <summary>What came of the work, to be compared with what came elsewhere.</summary>
/// <param name="Count">How many items.</param>
/// <param name="Sum">Something that only the same items add up to.</param>
public sealed record Digest(long Count, decimal Sum);
