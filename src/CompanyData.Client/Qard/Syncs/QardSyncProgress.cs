namespace CompanyData.Qard;

/// <summary>How far a wait has come.</summary>
/// <param name="UserId">Whose synchronisation it is.</param>
/// <param name="Done">Data types that have ended, by connection.</param>
/// <param name="Total">Data types waited for, by connection.</param>
public readonly record struct QardSyncProgress(string UserId, int Done, int Total);
