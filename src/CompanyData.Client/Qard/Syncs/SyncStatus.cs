namespace CompanyData.Qard;

/// <summary>Known statuses of a synchronisation. The service may use others. Source: qard.md, synchronisation [docs].</summary>
public static class SyncStatus
{
    public const string Queued = "QUEUED";
    public const string Fetching = "FETCHING";
    public const string Success = "SUCCESS";
    public const string AuthError = "AUTH_ERROR";
    public const string FetchError = "FETCH_ERROR";
    public const string InternalError = "INTERNAL_ERROR";

    /// <summary>An unknown status is final only if the item has a completion time.</summary>
    public static bool IsFinal(QardSyncItem item) => item.Status switch
    {
        Success or AuthError or FetchError or InternalError => true,
        Queued or Fetching => false,
        _ => item.CompletedAt is not null,
    };
}
