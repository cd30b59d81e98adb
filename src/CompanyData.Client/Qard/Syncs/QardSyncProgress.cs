namespace CompanyData.Qard;

/// <summary>Progress of a wait.</summary>
/// <param name="UserId">The user of the synchronisation.</param>
/// <param name="Done">Number of completed data types, counted per connection.</param>
/// <param name="Total">Number of awaited data types, counted per connection.</param>
public readonly record struct QardSyncProgress(string UserId, int Done, int Total);
