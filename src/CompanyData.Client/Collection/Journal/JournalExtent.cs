namespace CompanyData.Collection;

/// <summary>The part of a journal's file that is sound, from its beginning.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="LacksLineFeed">Whether its last line does not end yet, as editors may leave it.</param>
internal readonly record struct JournalExtent(long Length, bool LacksLineFeed);
