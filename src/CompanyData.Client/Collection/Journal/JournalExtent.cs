namespace CompanyData.Collection;

/// <summary>The valid part of a journal file, from its beginning.</summary>
/// <param name="Length">Length in bytes.</param>
/// <param name="LacksLineFeed">Whether the last line has no line feed, as some editors save it.</param>
internal readonly record struct JournalExtent(long Length, bool LacksLineFeed);
